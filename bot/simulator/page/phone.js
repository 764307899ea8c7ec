// One phone: header, chat, input. Shows one person at a time; the store tells it when something changed.

import { api } from "./api.js";
import { avatar, dialog, el, icon, menuButton, moments } from "./dom.js";
import { bubble } from "./message.js";
import { texts } from "./texts.js";

const TYPING_MS = 5000;
const NEAR_BOTTOM = 80;

export class Phone {
  // `store`: bot, people, chats, commands, now; `page`: toast(words), openLink(person, payload).
  constructor(store, page) {
    this.store = store;
    this.page = page;
    this.person = null;
    this.editing = null;
    this.stick = true;
    this.glidesUntil = 0;
    this.drafts = new Map();
    this.waiting = new Map();
    this.build();
  }

  build() {
    this.time = el("span", { class: "status-time" });
    this.subtitle = el("span", { class: "subtitle" });
    this.title = el("h2", { class: "chat-title" });
    this.face = el("span", { class: "face" });
    const more = el("button", { type: "button", class: "round", "aria-label": texts.more, title: texts.more }, icon("more"));
    menuButton(more, () => [
      this.isBlocked()
        ? { icon: "check", label: texts.unblockMenu, run: () => this.act("unblock") }
        : { icon: "block", label: texts.block, run: () => this.act("block") },
    ]);
    this.log = el("div", { class: "log", role: "log", tabindex: "0", "aria-live": "off", "aria-relevant": "additions text" });
    this.down = el("button", { type: "button", class: "round down", hidden: true, "aria-label": texts.toNewest, onclick: () => this.toBottom(true) }, icon("down"));
    this.log.addEventListener("scroll", () => this.noticeScroll(), { passive: true });
    new ResizeObserver(() => this.stick && this.toBottom(false)).observe(this.log);
    this.log.addEventListener("load", () => this.stick && this.toBottom(false), true);
    this.footer = el("div", { class: "footer" });
    this.node = el(
      "section",
      { class: "phone" },
      el("div", { class: "status", "aria-hidden": "true" }, this.time, el("span", { class: "status-icons" }, el("i", { class: "signal" }), el("i", { class: "battery" }))),
      el("div", { class: "head" }, this.face, el("div", { class: "head-words" }, this.title, this.subtitle), el("div", { class: "anchor" }, more)),
      el("div", { class: "screen" }, this.log, this.down),
      this.footer,
    );
    this.buildInput();
    this.node.addEventListener("focusin", () => this.page.active(this));
  }

  buildInput() {
    this.input = el("textarea", { rows: "1", placeholder: texts.input, "aria-label": texts.input, maxlength: "20000", enterkeyhint: "send", autocomplete: "off" });
    this.input.addEventListener("input", () => this.fit());
    this.input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.send();
      } else if (event.key === "Escape" && this.editing) {
        this.stopEditing();
      }
    });
    const attach = el("button", { type: "button", class: "round", "aria-label": texts.attach, title: texts.attach }, icon("clip"));
    menuButton(attach, () => Object.entries(texts.attachments).map(([what, label]) => ({ icon: what, label, run: () => this.act(what) })));
    this.commands = el("button", { type: "button", class: "commands" }, icon("menu"), el("span", {}, texts.commands));
    menuButton(this.commands, () =>
      this.ownCommands().map((each) => ({ label: each.description, note: `/${each.command}`, run: () => this.act("text", { text: `/${each.command}` }) })),
    );
    this.sendButton = el("button", { type: "button", class: "round send", "aria-label": texts.send, title: texts.send, onclick: () => this.send() }, icon("send"));
    this.editBar = el(
      "div",
      { class: "edit-bar", hidden: true },
      icon("pencil"),
      el("div", { class: "edit-words" }, el("b", {}, texts.editing), (this.editOld = el("span", {}))),
      el("button", { type: "button", class: "round", "aria-label": texts.stopEditing, onclick: () => this.stopEditing() }, icon("cross")),
    );
    this.compose = el(
      "div",
      { class: "compose" },
      el("div", { class: "anchor menu-anchor" }, this.commands),
      el("div", { class: "field" }, this.input, el("div", { class: "anchor" }, attach)),
      this.sendButton,
    );
    this.starter = el("button", { type: "button", class: "wide", onclick: () => this.act("start", { payload: "" }) }, texts.start);
    this.unblocker = el("button", { type: "button", class: "wide", onclick: () => this.act("unblock") }, texts.unblock);
  }

  // What it shows.

  show(person) {
    if (this.person !== null) this.drafts.set(this.person, this.input.value);
    this.person = person;
    this.stopEditing();
    this.input.value = this.drafts.get(person) ?? "";
    this.waiting.clear();
    clearTimeout(this.typingEnds);
    this.draw();
  }

  owner() {
    return this.store.people.get(this.person);
  }

  isBlocked() {
    return Boolean(this.owner()?.blocked);
  }

  ownCommands() {
    return this.store.commands[this.person] ?? [];
  }

  draw() {
    const owner = this.owner();
    if (!owner) return;
    const bot = this.store.bot;
    this.node.setAttribute("aria-label", texts.phone(owner.first_name));
    this.log.setAttribute("aria-label", texts.log(owner.first_name));
    this.title.textContent = bot.name;
    this.face.replaceChildren(avatar(bot.name, bot.id, "bot"));
    this.subtitle.textContent = texts.bot;
    this.subtitle.classList.remove("typing");
    this.tick();
    this.drawLog();
    this.drawFooter();
  }

  tick() {
    this.time.textContent = moments.time(this.store.now);
  }

  drawLog() {
    this.log.replaceChildren();
    this.lastDay = "";
    const messages = this.store.chats.get(this.person) ?? [];
    if (!messages.length) {
      const words = this.store.bot.description || texts.emptyChat;
      this.log.append(el("div", { class: "empty" }, this.store.bot.description ? el("b", {}, texts.whatCanItDo) : null, el("p", {}, words)));
    }
    for (const message of messages) this.append(message);
    this.toBottom(false);
  }

  append(message, isNew = false) {
    const at = new Date(message.date * 1000);
    const day = moments.dayKey(at);
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.log.append(el("div", { class: "day", "data-day": day }, el("span", {}, this.dayName(at, day))));
      this.renameDays(); // what was today may be yesterday by now
    }
    const node = this.bubble(message);
    if (isNew) node.classList.add("new");
    this.log.append(node);
  }

  dayName(at, day) {
    if (day === moments.dayKey(this.store.now)) return texts.today;
    if (day === moments.dayKey(new Date(this.store.now.getTime() - 86_400_000))) return texts.yesterday;
    return moments.day(at);
  }

  renameDays() {
    for (const node of this.log.querySelectorAll(".day")) {
      const day = node.dataset.day;
      node.firstChild.textContent = this.dayName(new Date(`${day}T12:00:00Z`), day);
    }
  }

  bubble(message) {
    return bubble(message, {
      botName: () => this.store.bot.name,
      press: (each, button, node) => this.press(each, button, node),
      edit: (each) => this.startEditing(each),
      links: {
        own: (url) => this.openOwn(url),
        command: (words) => this.act("text", { text: words }),
      },
    });
  }

  drawFooter() {
    const empty = !(this.store.chats.get(this.person) ?? []).length;
    this.commands.parentElement.hidden = !this.ownCommands().length;
    if (this.isBlocked()) this.footer.replaceChildren(this.unblocker);
    else if (empty) this.footer.replaceChildren(this.starter);
    else if (!this.compose.isConnected) this.footer.replaceChildren(this.editBar, this.compose);
    this.fit();
  }

  // What happens to it.

  take(event) {
    if (event.kind === "message") {
      if ((this.store.chats.get(this.person) ?? []).length === 1) this.log.replaceChildren();
      const own = event.message.mine;
      const follow = own || this.stick;
      this.append(event.message, true);
      if (!own) this.typingOver();
      if (follow) this.toBottom(true);
      else this.down.hidden = false;
      this.drawFooter();
    } else if (event.kind === "edited") {
      const old = this.find(event.message.message_id);
      const focused = old?.contains(document.activeElement);
      const fresh = this.bubble(event.message);
      old?.replaceWith(fresh);
      if (focused) (fresh.querySelector("button.key, a.key") ?? this.log).focus();
      if (this.stick) this.toBottom(true);
    } else if (event.kind === "deleted") {
      this.find(event.message_id)?.remove();
      if (this.editing?.message_id === event.message_id) this.stopEditing();
    } else if (event.kind === "typing") {
      this.typing();
    } else if (event.kind === "answer") {
      this.answered(event);
    }
  }

  find(id) {
    return this.log.querySelector(`[data-id="${Number(id)}"]`);
  }

  typing() {
    this.subtitle.textContent = texts.typing;
    this.subtitle.classList.add("typing");
    clearTimeout(this.typingEnds);
    this.typingEnds = setTimeout(() => this.typingOver(), TYPING_MS);
  }

  typingOver() {
    clearTimeout(this.typingEnds);
    this.subtitle.textContent = texts.bot;
    this.subtitle.classList.remove("typing");
  }

  answered(event) {
    this.waiting.get(event.query)?.classList.remove("waiting");
    this.waiting.delete(event.query);
    if (!event.text) return;
    if (event.show_alert) dialog(this.store.bot.name, texts.close, el("p", {}, event.text));
    else this.page.toast(event.text);
  }

  // What people do with it.

  async act(what, body = {}) {
    try {
      return await api.act(this.person, what, body);
    } catch {
      this.page.toast(texts.failed);
      return null;
    }
  }

  async press(message, button, node) {
    node.classList.add("pressed", "waiting");
    setTimeout(() => node.classList.remove("pressed"), 250);
    setTimeout(() => node.classList.remove("waiting"), TYPING_MS);
    const press = await this.act("press", { message_id: message.message_id, data: button.callback_data });
    if (press && node.classList.contains("waiting")) this.waiting.set(press.query, node);
  }

  openOwn(url) {
    const own = `t.me/${this.store.bot.username}`.toLowerCase();
    const bare = url.replace(/^https?:\/\//i, "");
    if (!bare.toLowerCase().startsWith(own)) return false;
    this.page.openLink(this.person, new URL(`https://${bare}`).searchParams.get("start") ?? "");
    return true;
  }

  async send() {
    const text = this.input.value;
    if (!text.trim()) return;
    const edited = this.editing;
    this.input.value = "";
    this.drafts.delete(this.person);
    this.stopEditing();
    this.fit();
    if (edited) await this.act("edit", { message_id: edited.message_id, text });
    else await this.act("text", { text });
  }

  startEditing(message) {
    this.editing = message;
    this.editOld.textContent = message.text;
    this.editBar.hidden = false;
    this.input.value = message.text;
    this.sendButton.replaceChildren(icon("check"));
    this.sendButton.setAttribute("aria-label", texts.save);
    this.fit();
    this.input.focus();
  }

  stopEditing() {
    if (!this.editing) return;
    this.editing = null;
    this.editBar.hidden = true;
    this.input.value = "";
    this.sendButton.replaceChildren(icon("send"));
    this.sendButton.setAttribute("aria-label", texts.send);
    this.fit();
  }

  fit() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 132)}px`;
    const empty = !this.input.value.trim();
    this.sendButton.classList.toggle("idle", empty);
    this.compose.classList.toggle("filled", !empty);
  }

  noticeScroll() {
    if (performance.now() < this.glidesUntil) return; // our own scrolling, not a finger's
    this.stick = this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_BOTTOM;
    if (this.stick) this.down.hidden = true;
  }

  toBottom(smoothly) {
    this.stick = true;
    this.down.hidden = true;
    this.glidesUntil = performance.now() + (smoothly ? 600 : 50);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.log.scrollTo({ top: this.log.scrollHeight, behavior: smoothly && !calm ? "smooth" : "instant" });
  }
}
