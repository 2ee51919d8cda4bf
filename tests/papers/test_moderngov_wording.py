"""The words of a field come out as a reader of the page sees them."""

import html

import pytest

from papers.moderngov.wording import plain, words


@pytest.mark.parametrize(
    ("field", "line"),
    [
        ("", ""),
        ("Voids", "Voids"),
        ("Fish &amp; chips", "Fish & chips"),
        ("Fish &amp;amp; chips", "Fish & chips"),
        ("Children&#39;s  services\n today", "Children's services today"),
        ("<p>Voids&nbsp;and rents</p>", "Voids and rents"),
        ("Voids <b>(to follow)</b>", "Voids (to follow)"),
        ("Rents < costs", "Rents < costs"),
    ],
)
def test_a_field_of_one_line_is_plain(field, line):
    assert plain(field) == line


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("", ""),
        ("One.\n\nTwo &amp; three.", "One.\n\nTwo & three."),
        ("<p>One\nline.</p><p>Two.</p>", "One line.\n\nTwo."),
        ("<div class='WordSection1'><p>(1)<span>&nbsp;&nbsp; </span>noted</p></div>", "(1) noted"),
        ("<h2>Decision</h2><p>Noted.</p>", "Decision\n\nNoted."),
        ("<p>One<br/>two</p>", "One\ntwo"),
        ("<ul><li>One</li><li><p>Two</p></li></ul>", "• One\n\n• Two"),
        ("<ol><li>One</li><li>Two</li></ol>", "1. One\n\n2. Two"),
        ("<ol start='2' type='a'><li>One</li><li>Two</li></ol>", "b. One\n\nc. Two"),
        ("<ol style='list-style-type:upper-roman'><li>One</li><li><p>Two</p></li></ol>", "I. One\n\nII. Two"),
        ("<ol><li>One<ol type=a><li>Half</li></ol></li><li>Two</li></ol>", "1. One\n\na. Half\n\n2. Two"),
        ("<ol><li>One<ul><li>Half</li></ul></li><li>Two</li></ol>", "1. One\n\n• Half\n\n2. Two"),
        ("<!-- hidden <p> --><p>Seen.</p><![if !supportLists]><o:p></o:p>", "Seen."),
        ("<style>p {color: red}</style><p>Seen.</p><script>alert(1)</script>", "Seen."),
        ("<table><tr><td><p>A</p><p>B</p></td><td>C | D</td></tr></table>", "| <p>A</p> <p>B</p> | C ¦ D |"),
        ("<p>Cut <b", "Cut"),
        ("</ol></li><li>Stray</li>", "Stray"),
    ],
)
def test_html_is_paragraphs(markup, text):
    assert words(markup) == text


@pytest.mark.parametrize("times", [1, 2])
def test_html_that_is_escaped_again_is_the_same(times):
    markup = "<p>Fish &amp; chips</p><ol><li>One</li></ol>"
    for _ in range(times):
        markup = html.escape(markup)
    assert words(markup) == "Fish & chips\n\n1. One"
