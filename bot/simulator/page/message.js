// One message as a bubble, with what hangs below it.

import { api } from "./api.js";
import { avatar, dialog, el, icon, moments } from "./dom.js";
import { link, richText } from "./richtext.js";
import { texts } from "./texts.js";

// `hands`: what the phone does when something is touched: press(message, button, node), edit(message), links.
export function bubble(message, hands) {
  if (message.kind === "service") return el("p", { class: "service" }, texts.joinedGroup);
  const side = message.mine ? "out" : "in";
  const content = body(message, hands);
  const words = message.text ?? message.caption;
  if (words && message.kind !== "sticker") {
    const shown = message.mine && words.startsWith("/start ") ? "/start" : words;
    const entities = shown === words ? (message.entities ?? message.caption_entities) : [{ type: "bot_command", offset: 0, length: 6 }];
    content.push(el("div", { class: "words" }, richText(shown, entities, hands.links)));
  }
  const inner = el(
    "div",
    { class: `bubble ${message.kind}${words ? "" : " bare"}` },
    el("span", { class: "hidden" }, `${message.mine ? texts.you : hands.botName()}: `),
    message.forward_origin ? el("div", { class: "forwarded" }, texts.forwarded(message.forward_origin.sender_user_name ?? "")) : null,
    content,
    stamp(message),
  );
  const keyboard = message.reply_markup?.inline_keyboard;
  return el(
    "article",
    { class: `message ${side}${message.has_protected_content ? " protected" : ""}`, "data-id": message.message_id },
    message.mine && editable(message)
      ? el("button", { type: "button", class: "edit", "aria-label": texts.edit, title: texts.edit, onclick: () => hands.edit(message) }, icon("pencil"))
      : null,
    el("div", { class: "stack" }, inner, keyboard ? buttons(message, keyboard, hands) : null),
  );
}

const editable = (message) => message.kind === "text" && !message.forward_origin && !message.text.startsWith("/");

function stamp(message) {
  const at = new Date(message.date * 1000);
  return el(
    "span",
    { class: "stamp" },
    message.edited ? el("span", {}, `${texts.edited} `) : null,
    el("time", { datetime: at.toISOString() }, moments.time(at)),
    message.mine ? el("span", { class: "ticks" }, icon("tick"), el("span", { class: "hidden" }, texts.delivered)) : null,
  );
}

function buttons(message, keyboard, hands) {
  return el(
    "div",
    { class: "keyboard" },
    keyboard.map((row) =>
      el(
        "div",
        { class: "row" },
        row.map((button) => {
          if (button.url) {
            const node = link(button.url, [el("span", {}, button.text), icon("link"), el("span", { class: "hidden" }, ` (${texts.opensLink})`)], hands.links, "key");
            return node;
          }
          const node = el("button", { type: "button", class: "key", "data-data": button.callback_data ?? "" }, el("span", {}, button.text));
          node.addEventListener("click", () => hands.press(message, button, node));
          return node;
        }),
      ),
    ),
  );
}

function body(message, hands) {
  if (message.photo) return [photo(message)];
  if (message.document) return [file(message.document)];
  if (message.voice) return [voice(message.voice)];
  if (message.contact) return [contact(message.contact)];
  if (message.sticker) return [el("div", { class: "sticker-face", role: "img", "aria-label": texts.sticker }, message.sticker.emoji ?? "🙂")];
  if (message.location) return [place(message.location)];
  if (message.poll) return [poll(message.poll)];
  return [];
}

function photo(message) {
  const size = message.photo.at(-1);
  const words = message.caption ?? texts.photo;
  const picture = () => el("img", { src: api.file(size.file_id), alt: words, width: size.width, height: size.height, draggable: "false" });
  return el(
    "button",
    {
      type: "button",
      class: "picture",
      "aria-label": `${texts.openPhoto}: ${words}`,
      onclick: () => dialog(texts.photo, texts.close, el("div", { class: "light" }, picture())).classList.add("lightbox"),
    },
    picture(),
  );
}

function readableSize(bytes) {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toLocaleString("nl-NL", { maximumFractionDigits: 1 })} kB`;
  return `${(bytes / 1024 / 1024).toLocaleString("nl-NL", { maximumFractionDigits: 1 })} MB`;
}

function file(document_) {
  const size = readableSize(document_.file_size ?? 0);
  const pdf = document_.mime_type === "application/pdf";
  return el(
    "a",
    {
      class: "file",
      href: api.file(document_.file_id),
      "aria-label": texts.document(document_.file_name, size),
      ...(pdf ? { target: "_blank", rel: "noopener" } : { download: document_.file_name }),
    },
    el("span", { class: "disc" }, icon("file")),
    el("span", { class: "file-words" }, el("span", { class: "file-name" }, document_.file_name), el("span", { class: "muted" }, `${size} · ${texts.download.toLowerCase()}`)),
  );
}

function voice(note) {
  const bars = [...note.file_unique_id.repeat(3)].slice(0, 34).map((sign, index) => {
    const bar = el("i");
    bar.style.height = `${4 + ((sign.charCodeAt(0) * 7 + index * 13) % 17)}px`;
    return bar;
  });
  const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
  const left = el("span", { class: "muted" }, clock(note.duration));
  const button = el("button", { type: "button", class: "disc", "aria-label": `${texts.play}: ${texts.voice(note.duration)}` }, icon("play"));
  let sound = null;
  const show = (playing) => {
    button.replaceChildren(icon(playing ? "pause" : "play"));
    button.setAttribute("aria-label", `${playing ? texts.pause : texts.play}: ${texts.voice(note.duration)}`);
  };
  button.addEventListener("click", () => {
    if (!sound) {
      sound = new Audio(api.file(note.file_id));
      sound.addEventListener("timeupdate", () => {
        const part = sound.currentTime / (sound.duration || note.duration || 1);
        bars.forEach((bar, index) => bar.classList.toggle("played", index / bars.length < part));
        left.textContent = clock(sound.paused ? note.duration : sound.currentTime);
      });
      sound.addEventListener("ended", () => {
        bars.forEach((bar) => bar.classList.remove("played"));
        left.textContent = clock(note.duration);
      });
      for (const what of ["play", "pause", "ended"]) sound.addEventListener(what, () => show(!sound.paused && !sound.ended));
    }
    if (sound.paused) sound.play().catch(() => show(false));
    else sound.pause();
  });
  return el("div", { class: "voice-player" }, button, el("div", { class: "voice-words" }, el("div", { class: "wave", "aria-hidden": "true" }, bars), left));
}

function contact(card) {
  const name = [card.first_name, card.last_name].filter(Boolean).join(" ");
  return el(
    "div",
    { class: "contact-card" },
    el(
      "div",
      { class: "contact-top" },
      avatar(name, card.phone_number.length, "middle"),
      el("div", {}, el("div", { class: "contact-name" }, name), el("a", { href: `tel:${card.phone_number.replace(/[^\d+]/g, "")}` }, card.phone_number)),
    ),
    el("a", { class: "contact-call", href: `tel:${card.phone_number.replace(/[^\d+]/g, "")}` }, icon("phone"), texts.call(name)),
  );
}

function place(location) {
  return el(
    "div",
    { class: "place", role: "img", "aria-label": `${texts.location} ${location.latitude}, ${location.longitude}` },
    icon("location"),
  );
}

function poll(asked) {
  return el(
    "div",
    { class: "poll-card" },
    el("b", {}, asked.question),
    el("div", { class: "muted" }, texts.poll),
    asked.options.map((option) => el("div", { class: "poll-option" }, el("span", { class: "poll-dot" }), option.text)),
    el("div", { class: "muted centred" }, texts.votes),
  );
}
