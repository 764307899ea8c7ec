// What became of a changed file, above the phones: a mistake stays until it is mended; that all is well passes by.

import { el } from "./dom.js";
import { texts } from "./texts.js";

const short = (file) => file.split("/").pop();

export class Notice {
  constructor(node, page) {
    this.node = node;
    this.page = page;
  }

  // `fresh`: it happened just now, so it is said aloud too, by the toast.
  show(notice, fresh = false) {
    const mistakes = notice?.mistakes ?? [];
    this.node.hidden = mistakes.length === 0;
    this.node.setAttribute("aria-label", texts.mistakes);
    this.node.replaceChildren(...(mistakes.length ? this.drawn(mistakes, notice.more) : []));
    if (!fresh) return;
    if (mistakes.length) this.page.toast(texts.mistakeIn(texts.place(short(mistakes[0].file), mistakes[0].line)));
    else this.page.toast(texts.renewed(notice.files.map(short).join(", ")));
  }

  drawn(mistakes, more) {
    const one = (mistake) =>
      el(
        "li",
        {},
        el("strong", {}, texts.place(mistake.file, mistake.line)),
        el("span", {}, `${mistake.what}${mistake.code ? ` (${mistake.code})` : ""}`),
        el("span", { class: "remedy" }, `→ ${mistake.remedy}`),
      );
    const list = el("ul", { tabindex: "0", "aria-label": texts.mistakes }, mistakes.map(one), more ? el("li", {}, texts.moreMistakes(more)) : null);
    return [el("p", {}, el("strong", {}, texts.mistakesTitle(mistakes.length + more)), ` ${texts.oldStays}`), list];
  }
}
