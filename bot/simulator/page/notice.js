// What became of a changed file, above the phones: a mistake stays until it is mended, a remark until the next
// change; that all is well passes by.

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
    const remarks = mistakes.length ? [] : notice?.remarks ?? [];
    this.node.hidden = mistakes.length + remarks.length === 0;
    this.node.classList.toggle("calm", remarks.length > 0);
    this.node.setAttribute("aria-label", remarks.length ? texts.remarks : texts.mistakes);
    if (mistakes.length) this.node.replaceChildren(...this.drawn(mistakes, notice.more));
    else this.node.replaceChildren(...(remarks.length ? this.remarked(remarks) : []));
    if (!fresh) return;
    if (remarks.length) return this.page.toast(texts.remarkIn(texts.place(short(remarks[0].file), remarks[0].line)));
    if (mistakes.length) this.page.toast(texts.mistakeIn(texts.place(short(mistakes[0].file), mistakes[0].line)));
    else this.page.toast(texts.renewed(notice.files.map(short).join(", ")));
  }

  // Found in words that are used all the same.
  remarked(remarks) {
    return [el("p", {}, el("strong", {}, texts.remarksTitle), ` ${texts.newStays}`), this.listed(texts.remarks, remarks)];
  }

  drawn(mistakes, more) {
    const list = this.listed(texts.mistakes, mistakes, more);
    return [el("p", {}, el("strong", {}, texts.mistakesTitle(mistakes.length + more)), ` ${texts.oldStays}`), list];
  }

  listed(name, mistakes, more = 0) {
    const one = (mistake) =>
      el(
        "li",
        {},
        el("strong", {}, texts.place(mistake.file, mistake.line)),
        el("span", {}, `${mistake.what}${mistake.code ? ` (${mistake.code})` : ""}`),
        el("span", { class: "remedy" }, `→ ${mistake.remedy}`),
      );
    return el("ul", { tabindex: "0", "aria-label": name }, mistakes.map(one), more ? el("li", {}, texts.moreMistakes(more)) : null);
  }
}
