// Text with entities, as nodes. JavaScript counts in UTF-16 units, just as Telegram does.

import { el } from "./dom.js";

const TAGS = { bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre", blockquote: "blockquote" };

export function richText(text, entities, onLink) {
  return render(text, 0, text.length, [...(entities ?? [])].sort((a, b) => a.offset - b.offset || b.length - a.length), onLink);
}

function render(text, from, to, entities, onLink) {
  const nodes = [];
  let position = from;
  for (let index = 0; index < entities.length; index += 1) {
    const entity = entities[index];
    const end = Math.min(entity.offset + entity.length, to);
    if (entity.offset < position) continue;
    if (entity.offset > position) nodes.push(text.slice(position, entity.offset));
    const inside = entities.slice(index + 1).filter((each) => each.offset >= entity.offset && each.offset + each.length <= end);
    nodes.push(wrap(entity, text.slice(entity.offset, end), render(text, entity.offset, end, inside, onLink), onLink));
    position = end;
  }
  if (position < to) nodes.push(text.slice(position, to));
  return nodes;
}

function wrap(entity, words, children, onLink) {
  if (TAGS[entity.type]) return el(TAGS[entity.type], {}, children);
  if (entity.type === "text_link") return link(entity.url, children, onLink);
  if (entity.type === "url") return link(/^https?:\/\//i.test(words) ? words : `https://${words}`, children, onLink);
  if (entity.type === "email") return el("a", { href: `mailto:${words}` }, children);
  if (entity.type === "bot_command") return el("button", { type: "button", class: "command", onclick: () => onLink.command(words) }, children);
  return el("span", {}, children);
}

export function link(url, children, onLink, className = "") {
  if (!/^(https?|tg):/i.test(url)) return el("span", {}, children);
  return el(
    "a",
    {
      href: url,
      class: className,
      target: "_blank",
      rel: "noopener noreferrer",
      onclick: (event) => {
        if (onLink.own(url)) event.preventDefault();
      },
    },
    children,
  );
}
