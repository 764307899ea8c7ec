// The bar above the phones: the clock and what moves the demo. Buttons that need a demo are absent without one.

import { api } from "./api.js";
import { dialog, el, icon, menuButton, moments } from "./dom.js";
import { texts } from "./texts.js";

export class Bar {
  constructor(node, store, page) {
    this.node = node;
    this.store = store;
    this.page = page;
    this.clock = el("time", {});
  }

  draw() {
    const tool = (what, name, run, short) => {
      const label = short ? { "aria-label": what, title: what } : {};
      const button = el("button", { type: "button", class: "tool", ...label }, name ? icon(name) : null, el("span", {}, short ?? what));
      if (run) button.addEventListener("click", () => this.run(button, run));
      return button;
    };
    const invite = tool(texts.invitation, "link");
    menuButton(invite, () => Object.entries(texts.roles).map(([role, label]) => ({ label, run: () => this.invite(role, label) })));
    const add = tool(texts.addPhone, "plus", null, texts.addPhoneShort);
    add.addEventListener("click", () => this.addPhone());
    const tools = el(
      "div",
      { class: "tools", id: "tools" },
      this.store.control
        ? [
            el("div", { class: "group" }, ...Object.entries(texts.advance).map(([by, label]) => tool(label, by === "next" ? "clock" : "", () => this.advance(by), texts.advanceShort[by]))),
            tool(texts.waiting, "", () => this.waiting()),
            el("div", { class: "anchor" }, invite),
            tool(texts.colleagues, "people", () => this.colleagues()),
          ]
        : null,
      add,
    );
    const toggle = el("button", { type: "button", class: "tool toggle", "aria-expanded": "false", "aria-controls": "tools" }, texts.demo, icon("down"));
    toggle.addEventListener("click", () => toggle.setAttribute("aria-expanded", String(toggle.getAttribute("aria-expanded") !== "true")));
    this.node.replaceChildren(
      el("div", { class: "bar-first" }, el("h1", { class: "brand", title: texts.brandNote }, this.store.bot.name, el("span", {}, texts.brand)), el("div", { class: "clock" }, el("span", { class: "hidden" }, `${texts.clock}: `), this.clock), toggle),
      tools,
    );
  }

  tick() {
    this.clock.textContent = moments.short(this.store.now);
    this.clock.title = moments.full(this.store.now);
    this.clock.dateTime = this.store.now.toISOString();
  }

  async run(button, work) {
    if (button.getAttribute("aria-busy") === "true") return;
    button.setAttribute("aria-busy", "true");
    try {
      await work();
    } catch {
      this.page.toast(texts.failed);
    } finally {
      button.removeAttribute("aria-busy");
    }
  }

  async advance(by) {
    const result = await api.advance(by);
    this.page.toast(result?.moved === false ? texts.nothingWaits : texts.moved(moments.full(new Date(result?.now ?? this.store.now))));
  }

  async waiting() {
    const rows = await api.waiting();
    const columns = texts.waitingColumns;
    const cell = (row) =>
      el("tr", {}, el("td", {}, moments.short(new Date(row.at))), el("td", {}, row.who), el("td", {}, row.what));
    dialog(
      texts.waiting,
      texts.close,
      rows.length
        ? el("table", {}, el("thead", {}, el("tr", {}, ...Object.values(columns).map((each) => el("th", { scope: "col" }, each)))), el("tbody", {}, rows.map(cell)))
        : el("p", {}, texts.waitingNone),
    );
  }

  async invite(role, label) {
    try {
      const { payload, link } = await api.invitation(role);
      const field = el("input", { type: "text", readonly: true, value: link, "aria-label": texts.invitationLink, onfocus: (event) => event.target.select() });
      const open = el("button", { type: "button", class: "strong", autofocus: true }, texts.link.open);
      const box = dialog(texts.invitationTitle(label), texts.close, field, el("div", { class: "actions" }, open));
      open.addEventListener("click", () => {
        box.close();
        const fits = this.page.people().find((each) => each.role === role && !each.started) ?? this.page.people().find((each) => each.role === role);
        this.page.openLink(fits?.id, payload);
      });
    } catch {
      this.page.toast(texts.failed);
    }
  }

  async colleagues() {
    await api.colleagues(12);
    this.page.toast(texts.colleaguesNote);
  }

  addPhone() {
    const taken = new Set(this.page.people().map((each) => each.first_name));
    const name = el("input", { type: "text", required: true, maxlength: "40", id: "new-name", value: texts.newPhone.suggestion.find((each) => !taken.has(each)) ?? "" });
    const form = el(
      "form",
      { method: "dialog", class: "stacked" },
      el("label", { for: "new-name" }, texts.newPhone.name),
      name,
      el("div", { class: "actions" }, el("button", { type: "submit", class: "strong" }, texts.newPhone.add)),
    );
    dialog(texts.newPhone.title, texts.close, form);
    form.addEventListener("submit", () => this.page.addPhone(name.value.trim()).catch(() => this.page.toast(texts.failed)));
    name.select();
  }
}
