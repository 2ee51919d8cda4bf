"""What surrounds every request."""

from council.profile import profile_kept


def one_profile_a_request(get_response):
    """Read the council's row at most once while a request is answered."""

    def middleware(request):
        with profile_kept():
            return get_response(request)

    return middleware
