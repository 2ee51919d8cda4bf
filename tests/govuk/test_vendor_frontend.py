"""What the tool that takes the styles from npm mends on the way."""

import pytest

from tools.vendor_frontend import icons_named_in, mend_css, mend_js


@pytest.mark.parametrize(
    ("shipped", "mended"),
    [
        ("a{b:c}\n/*# sourceMappingURL=x.css.map */", "a{b:c}\n"),
        ("@font-face{font-family:GDS Transport;src:url(/assets/fonts/x.woff2)}a{b:c}", "a{b:c}"),
        ("a{font-family:GDS Transport,arial,sans-serif}", 'a{font-family:"Helvetica Neue",Helvetica,Arial,sans-serif}'),
        ("a{background:url(/assets/images/govuk-crest.svg)}", "a{background:none}"),
        ("a{background:url(/assets/images/icon-x.svg)}", "a{background:url(images/icon-x.svg)}"),
    ],
)
def test_style_is_mended(shipped, mended):
    assert mend_css(shipped) == mended


def test_script_loses_its_source_map():
    assert mend_js("export{a};//# sourceMappingURL=x.js.map\n") == "export{a};"


def test_icons_are_those_the_style_names():
    assert icons_named_in("a{b:url(images/x.svg)}c{b:url(images/y.svg)}d{b:url(data:z)}") == {"x.svg", "y.svg"}
