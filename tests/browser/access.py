"""What WCAG 2.2 AA asks of a page and a program can measure: names, contrast, target size, visible focus.

It measures and gives what falls short, in words; it does not judge. Sources: WCAG 2.2 success criteria 1.4.3, 2.4.7,
2.5.8 and 4.1.2, https://www.w3.org/TR/WCAG22/.
"""

from __future__ import annotations

from typing import Any, cast

from playwright.async_api import Page

OPERABLE = {"button", "link", "textbox", "combobox", "tab", "menuitem", "radio", "checkbox"}

_CONTRAST = """
() => {
  const parse = (colour) => {
    const [r, g, b, a = 1] = colour.match(/[\\d.]+/g).map(Number);
    const scale = colour.startsWith("color(") ? 255 : 1;
    return [r * scale, g * scale, b * scale, a];
  };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const style = getComputedStyle(at);
      const colour = parse(style.backgroundColor);
      layers.push(colour);
      if (colour[3] === 1) break;
      if (style.backgroundImage !== "none") return null;
    }
    return layers.reverse().reduce((under, top) => over(top, under), [255, 255, 255, 1]);
  };
  const poor = [];
  let seen = 0;
  for (const node of document.querySelectorAll("body *")) {
    const texts = [...node.childNodes].filter((each) => each.nodeType === 3 && each.data.trim());
    const words = texts.map((each) => each.data.trim()).join(" ");
    if (!words || !node.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
    if (node.closest(".hidden, [aria-hidden=true], noscript")) continue;
    const under = behind(node);
    if (!under) continue;
    seen += 1;
    const style = getComputedStyle(node);
    const ink = over(parse(style.color), under);
    const [high, low] = [light(ink), light(under)].sort((a, b) => b - a);
    const ratio = (high + 0.05) / (low + 0.05);
    const size = parseFloat(style.fontSize);
    const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) poor.push(`${ratio.toFixed(2)} ${node.className || node.tagName}: ${words.slice(0, 40)}`);
  }
  return { seen, poor };
}
"""

# A link in a sentence is exempt; so is a control inside a label, which is the larger target itself.
_SMALL = """
(least) => [...document.querySelectorAll("button, a[href], input, select, textarea, [role=tab]")]
  .filter((node) => node.checkVisibility() && !node.closest(".words") && !node.closest(".hidden"))
  .map((node) => (node.matches("input[type=radio]") ? node.closest("label") : node))
  .map((node) => [node, node.getBoundingClientRect()])
  .filter(([, box]) => box.width < least || box.height < least)
  .map(([node, box]) => `${Math.round(box.width)}x${Math.round(box.height)} ${node.ariaLabel ?? node.textContent}`)
"""

_FOCUS = """
() => {
  const node = document.activeElement;
  if (!node || node === document.body) return null;
  const style = getComputedStyle(node);
  const name = node.getAttribute("aria-label") ?? node.labels?.[0]?.textContent ?? node.textContent;
  const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== "none";
  const box = node.getBoundingClientRect();
  const at = document.elementFromPoint(box.x + box.width / 2, box.y + Math.min(box.height / 2, 40));
  return { name: name.trim(), role: node.getAttribute("role") ?? node.tagName.toLowerCase(), ring, uncovered: node.contains(at) };
}
"""


async def unnamed(page: Page) -> tuple[int, list[str]]:
    """How many operable nodes the accessibility tree holds, and those without a name."""
    session = await page.context.new_cdp_session(page)
    tree = cast(dict[str, Any], await session.send("Accessibility.getFullAXTree"))
    await session.detach()
    seen = 0
    nameless = []
    for node in tree["nodes"]:
        role = node.get("role", {}).get("value", "")
        if node.get("ignored") or role not in OPERABLE:
            continue
        seen += 1
        if not str(node.get("name", {}).get("value", "")).strip():
            nameless.append(f"{role} {node.get('properties')}")
    return seen, nameless


async def poor_contrast(page: Page) -> tuple[int, list[str]]:
    """How many texts were measured, and those under 4.5:1 (3:1 when large)."""
    found = cast(dict[str, Any], await page.evaluate(_CONTRAST))
    return int(found["seen"]), list(found["poor"])


async def small_targets(page: Page, least: int = 24) -> list[str]:
    """What can be touched and is smaller than this many CSS pixels."""
    return cast(list[str], await page.evaluate(_SMALL, least))


async def focus(page: Page) -> dict[str, Any] | None:
    """What has the focus: its name, its role, whether a ring shows it, and whether nothing lies over it."""
    return cast("dict[str, Any] | None", await page.evaluate(_FOCUS))
