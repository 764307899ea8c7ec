// Small tools to build elements. Data only ever becomes text, never markup.

export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

const PATHS = {
  clip: "M16.5 6.5 8.7 14.3a2 2 0 0 0 2.9 2.9l7.6-7.6a4 4 0 0 0-5.7-5.7l-7.8 7.8a6 6 0 0 0 8.5 8.5l6.3-6.3",
  send: "M3.4 20.4 21 12 3.4 3.6l-.01 6.5L16 12 3.39 13.9z",
  menu: "M4 7h16M4 12h16M4 17h16",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  down: "m6 9 6 6 6-6",
  tick: "m2 12.5 5 5L18 6.5M11 16l1.5 1.5L23.5 6.5",
  play: "M8 5.5v13l11-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  file: "M7 3h7l5 5v13H7zM14 3v5h5",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.6v.01",
  voice: "M12 15a3 3 0 0 0 3-3V7a3 3 0 0 0-6 0v5a3 3 0 0 0 3 3zM6 12a6 6 0 0 0 12 0M12 18v3",
  sticker: "M5 4h14v9l-6 7H5zM13 20v-7h6M9 9v.01M14 9v.01",
  location: "M12 21s7-6.2 7-11.5A7 7 0 0 0 5 9.5C5 14.8 12 21 12 21zM12 9.5v.01",
  poll: "M5 20v-8M12 20V5M19 20v-5",
  forward: "M13 5l7 6-7 6v-4c-5 0-8 2-9 5 0-6 3-9 9-9z",
  pencil: "M4 20l1-4L16.5 4.5l3 3L8 19zM14 7l3 3",
  cross: "M6 6l12 12M18 6 6 18",
  check: "m5 12.5 5 5L19.5 7",
  plus: "M12 5v14M5 12h14",
  phone: "M6 4h3l2 5-2.2 1.6a11 11 0 0 0 4.6 4.6L15 13l5 2v3a2 2 0 0 1-2 2A15 15 0 0 1 4 6a2 2 0 0 1 2-2z",
  link: "M10 14 20 4M13 4h7v7",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-4 3-6 6.5-6s6.5 2 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.2M18 14.4c2.2.8 3.5 2.7 3.5 5.6",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2",
  block: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM5.7 5.7l12.6 12.6",
};
const FILLED = new Set(["send", "play"]);

export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("class", FILLED.has(name) ? "icon filled" : "icon");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", PATHS[name]);
  svg.append(path);
  return svg;
}

const ZONE = { timeZone: "Europe/Amsterdam" };
const time = new Intl.DateTimeFormat("nl-NL", { ...ZONE, hour: "2-digit", minute: "2-digit" });
const day = new Intl.DateTimeFormat("nl-NL", { ...ZONE, day: "numeric", month: "long" });
const fullDay = new Intl.DateTimeFormat("nl-NL", { ...ZONE, weekday: "long", day: "numeric", month: "long", year: "numeric" });
const shortDay = new Intl.DateTimeFormat("nl-NL", { ...ZONE, weekday: "short", day: "numeric", month: "short" });
const key = new Intl.DateTimeFormat("sv-SE", ZONE);

export const moments = {
  time: (date) => time.format(date),
  day: (date) => day.format(date),
  full: (date) => `${fullDay.format(date)}, ${time.format(date)}`,
  short: (date) => `${shortDay.format(date)}, ${time.format(date)}`,
  dayKey: (date) => key.format(date),
};

// A stable colour for an avatar, from the seven Telegram uses; dark enough for white letters.
const COLOURS = ["#c0392b", "#b05a00", "#7d4cc2", "#2d7d3a", "#0f7a8a", "#2465b0", "#b03a77"];
export function avatar(name, seed, extra = "") {
  const node = el("span", { class: `avatar ${extra}`, "aria-hidden": "true" }, [...name.trim()][0]?.toUpperCase() ?? "?");
  node.style.backgroundColor = COLOURS[Math.abs(Number(seed)) % COLOURS.length];
  return node;
}

// A modal dialog with a title; gives the element and a function that closes it.
export function dialog(title, closeLabel, ...children) {
  const heading = el("h2", { id: `title-${crypto.randomUUID?.() ?? Math.random().toString(36).slice(2)}` }, title);
  const box = el(
    "dialog",
    { class: "box", "aria-labelledby": heading.id },
    el("div", { class: "box-head" }, heading, el("button", { type: "button", class: "round", "aria-label": closeLabel, onclick: () => box.close() }, icon("cross"))),
    ...children,
  );
  box.addEventListener("click", (event) => {
    if (event.target === box) box.close();
  });
  box.addEventListener("close", () => box.remove());
  document.body.append(box);
  box.showModal();
  return box;
}

// A button that opens a small menu; arrow keys, Escape and Tab work as people expect of a menu.
export function menuButton(button, entries) {
  button.setAttribute("aria-haspopup", "menu");
  button.setAttribute("aria-expanded", "false");
  let menu = null;
  const close = (focus) => {
    menu?.remove();
    menu = null;
    button.setAttribute("aria-expanded", "false");
    document.removeEventListener("pointerdown", outside, true);
    if (focus) button.focus();
  };
  const outside = (event) => {
    if (!menu?.contains(event.target) && !button.contains(event.target)) close(false);
  };
  const open = () => {
    const items = entries().map((entry) =>
      el(
        "button",
        {
          type: "button",
          role: "menuitem",
          tabindex: "-1",
          onclick: () => {
            close(true);
            entry.run();
          },
        },
        entry.icon ? icon(entry.icon) : null,
        el("span", {}, entry.label),
        entry.note ? el("span", { class: "menu-note" }, entry.note) : null,
      ),
    );
    if (!items.length) return;
    menu = el("div", { class: "menu", role: "menu", "aria-label": button.getAttribute("aria-label") ?? button.textContent }, items);
    menu.addEventListener("keydown", (event) => {
      const at = items.indexOf(document.activeElement);
      if (event.key === "ArrowDown") items[(at + 1) % items.length].focus();
      else if (event.key === "ArrowUp") items[(at - 1 + items.length) % items.length].focus();
      else if (event.key === "Home") items[0].focus();
      else if (event.key === "End") items.at(-1).focus();
      else if (event.key === "Escape") close(true);
      else if (event.key === "Tab") return close(false);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    button.parentElement.append(menu);
    button.setAttribute("aria-expanded", "true");
    document.addEventListener("pointerdown", outside, true);
    items[0].focus();
  };
  button.addEventListener("click", () => (menu ? close(true) : open()));
  return button;
}
