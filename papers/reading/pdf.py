from papers.reading.progress import Progress


def text_of_pdf(data: bytes, *, name: str, progress: Progress) -> str:
    return ""
