"""Whether every text of a picture is visible in CairoSVG: the picture with the text differs from the one without it."""

import io
import re
import sys
from pathlib import Path

import cairosvg
from PIL import Image, ImageChops

TEXT = re.compile(r'<text class="([^"]*)"[^>]* x="(-?\d+)" y="(-?\d+)">([^<]*)</text>')


def painted(svg: str) -> Image.Image:
    png = cairosvg.svg2png(bytestring=svg.encode(), output_width=view(svg)[2], background_color="white")
    return Image.open(io.BytesIO(png)).convert("RGB")


def view(svg: str) -> list[int]:
    return [int(number) for number in re.search(r'viewBox="([^"]*)"', svg)[1].split()]


def main(out: str, files: list[str]) -> int:
    failed = 0
    for file in files:
        svg = Path(file).read_text(encoding="utf-8")
        left, top, wide, high = view(svg)
        with_texts = painted(svg)
        with_texts.save(Path(out) / (Path(file).stem + ".png"))
        changed = ImageChops.difference(with_texts, painted(TEXT.sub("", svg))).convert("L").point(lambda one: 255 if one > 60 else 0)
        # A picture on paper is in the middle of its sheet.
        scale = min(with_texts.width / wide, with_texts.height / high)
        left -= (with_texts.width / scale - wide) / 2
        top -= (with_texts.height / scale - high) / 2
        texts = [one for one in TEXT.findall(svg) if not one[0].startswith("seam")]
        lost = []
        for kind, x, y, text in texts:
            # To the left of where it ends, or to the right of where it begins.
            x, y = (int(x) - left) * scale, (int(y) - top) * scale
            from_x, to_x = (x - 30, x) if "before" in kind else (x - 15, x + 15) if "middle" in kind else (x, x + 30)
            box = tuple(round(side) for side in (from_x, y - 12 * scale, to_x, y + 3))
            if changed.crop(box).getbbox() is None:
                lost.append(text)
        print(f"{'ok  ' if not lost and texts else 'FAIL'}  {Path(file).name}: {len(texts)} texts {lost[:5] or ''}")
        failed += bool(lost) or not texts
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
