// Starts the page: one store, the bar, and as many phones as fit.

import { api, listen } from "./api.js";
import { Bar } from "./bar.js";
import { dialog, el, icon, moments } from "./dom.js";
import { Notice } from "./notice.js";
import { Phone } from "./phone.js";
import { texts } from "./texts.js";

const WIDE = matchMedia("(min-width: 1100px)");
const COLUMNS = 3;

const store = { bot: {}, people: new Map(), chats: new Map(), commands: {}, now: new Date(), control: false, unread: new Map() };
const slots = []; // { phone, select?, node }
let chosen = []; // person ids, per slot
let tabs = null;
let lost = false;
let held = null;
let again = false;

const page = {
  toast(words) {
    const node = el("div", { class: "toast" }, words);
    document.getElementById("toasts").replaceChildren(node);
    setTimeout(() => node.remove(), 4500);
  },
  active(phone) {
    for (const slot of slots) slot.phone.log.setAttribute("aria-live", slot.phone === phone ? "polite" : "off");
  },
  openLink,
  addPhone,
  start: (person, payload) => startOn(person, payload),
  people: () => [...store.people.values()],
  roleName: (person) => texts.roles[person.role] ?? person.role,
};
const bar = new Bar(document.getElementById("bar"), store, page);
const notice = new Notice(document.getElementById("notice"), page);

function label(person) {
  return texts.phoneOption(person.first_name, page.roleName(person));
}

// Layout.

function layout() {
  const main = document.getElementById("phones");
  slots.length = 0;
  tabs = null;
  const ids = [...store.people.keys()];
  const kept = chosen.filter((id) => store.people.has(id));
  chosen = [...kept, ...ids.filter((id) => !kept.includes(id))].slice(0, WIDE.matches ? Math.min(COLUMNS, ids.length) : 1);
  if (WIDE.matches) {
    main.replaceChildren(el("div", { class: "columns" }, chosen.map((_, index) => column(index))));
  } else {
    const phone = new Phone(store, page);
    const panel = el("div", { class: "panel", role: "tabpanel", id: "panel" }, phone.node);
    slots.push({ phone, node: panel });
    tabs = el("div", { class: "tabs", role: "tablist", "aria-label": texts.phoneTabs });
    tabs.addEventListener("keydown", moveTab);
    main.replaceChildren(tabs, panel);
  }
  slots.forEach((slot, index) => slot.phone.show(chosen[index]));
  choosers();
  if (slots.length) page.active(slots[0].phone);
}

function column(index) {
  const phone = new Phone(store, page);
  const select = el("select", { "aria-label": texts.choosePhone, onchange: () => choose(index, Number(select.value)) });
  const node = el("div", { class: "column" }, el("div", { class: "column-head" }, select), phone.node);
  slots.push({ phone, select, node });
  return node;
}

function choose(index, person) {
  chosen[index] = person;
  store.unread.delete(person);
  slots[index].phone.show(person);
  choosers();
}

function choosers() {
  for (const [index, slot] of slots.entries()) {
    if (!slot.select) continue;
    const option = (person) => {
      const unread = store.unread.get(person.id);
      return el("option", { value: person.id, selected: person.id === chosen[index] }, unread ? `${label(person)} (${unread})` : label(person));
    };
    const own = page.people().filter((each) => !each.marked);
    const played = page.people().filter((each) => each.marked);
    slot.select.replaceChildren(...own.map(option), ...(played.length ? [el("optgroup", { label: texts.peers }, played.map(option))] : []));
    slot.select.value = String(chosen[index]);
  }
  if (!tabs) return;
  const focused = tabs.contains(document.activeElement);
  tabs.replaceChildren(
    ...page.people().map((person) => {
      const current = person.id === chosen[0];
      const unread = store.unread.get(person.id);
      return el(
        "button",
        { type: "button", role: "tab", id: `tab-${person.id}`, "aria-selected": String(current), "aria-controls": "panel", tabindex: current ? "0" : "-1", onclick: () => choose(0, person.id) },
        el("span", { class: "tab-role" }, page.roleName(person) || (person.marked ? texts.peers : "")),
        el("span", { class: "tab-name" }, person.first_name),
        unread ? el("span", { class: "badge" }, String(unread), el("span", { class: "hidden" }, ` (${texts.unread(unread)})`)) : null,
      );
    }),
  );
  const current = tabs.querySelector('[aria-selected="true"]');
  slots[0].node.setAttribute("aria-labelledby", current?.id ?? "");
  if (focused) current?.focus();
  current?.scrollIntoView({ block: "nearest", inline: "center" });
}

function moveTab(event) {
  const ids = [...store.people.keys()];
  const at = ids.indexOf(chosen[0]);
  const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: ids.length - 1 }[event.key];
  if (next === undefined) return;
  event.preventDefault();
  choose(0, ids[(next + ids.length) % ids.length]);
}

// Shows somebody's phone: where it already stands, else in the first place.
function bring(person) {
  let index = chosen.indexOf(person);
  if (index < 0) {
    index = 0;
    choose(0, person);
  }
  slots[index]?.phone.input.isConnected ? slots[index].phone.input.focus() : slots[index]?.phone.log.focus();
}

// Acts above the phones.

async function addPhone(name) {
  const person = await api.addPerson(name);
  store.people.set(person.id, person);
  if (!store.chats.has(person.id)) store.chats.set(person.id, []);
  if (WIDE.matches && slots.length < COLUMNS) layout();
  choosers();
  bring(person.id);
  return person.id;
}

async function startOn(person, payload) {
  try {
    await api.act(person, "start", { payload });
    bring(person);
  } catch {
    page.toast(texts.failed);
  }
}

function openLink(from, payload) {
  const people = page.people().filter((each) => !each.marked);
  const fallback = texts.newPhone.suggestion.find((each) => !people.some((one) => one.first_name === each)) ?? "";
  const name = el("input", { type: "text", maxlength: "40", value: fallback, "aria-label": texts.newPhone.name, onclick: () => (fresh.checked = true), oninput: () => (fresh.checked = true) });
  const fresh = el("input", { type: "radio", name: "phone", value: "new" });
  const choices = people.map((person) =>
    el(
      "label",
      { class: "choice" },
      el("input", { type: "radio", name: "phone", value: person.id, checked: person.id === from, autofocus: person.id === from }),
      person.id === from ? `${label(person)} (${texts.link.here})` : label(person),
    ),
  );
  const form = el(
    "form",
    { method: "dialog", class: "stacked" },
    el("fieldset", {}, el("legend", {}, texts.link.explain), choices, el("div", { class: "choice" }, el("label", {}, fresh, texts.link.fresh), name)),
    el("div", { class: "actions" }, el("button", { type: "submit", class: "strong" }, texts.link.open)),
  );
  const box = dialog(texts.link.title, texts.close, form);
  form.addEventListener("submit", async () => {
    const value = new FormData(form).get("phone");
    box.close();
    if (value === "new") startOn(await addPhone(name.value.trim() || fallback || "?"), payload);
    else if (value) startOn(Number(value), payload);
  });
}

// What happens.

function take(event) {
  if (held) {
    held.push(event);
    return;
  }
  store.now = new Date(event.now);
  bar.tick();
  for (const slot of slots) slot.phone.tick();
  if (event.kind === "clock") for (const slot of slots) slot.phone.renameDays();
  if (event.kind === "person") {
    const known = store.people.has(event.person.id);
    store.people.set(event.person.id, event.person);
    if (event.commands) store.commands[event.person.id] = event.commands;
    if (!store.chats.has(event.person.id)) store.chats.set(event.person.id, []);
    if (!known && (slots.length < (WIDE.matches ? COLUMNS : 1))) layout();
    else choosers();
    for (const slot of slots) if (slot.phone.person === event.person.id) slot.phone.drawFooter();
  }
  if (event.kind === "notice") notice.show(event.notice, true);
  if (event.kind === "commands" || event.kind === "profile") refresh().catch(() => page.toast(texts.failed));
  if (event.chat === undefined) return;
  const chat = store.chats.get(event.chat);
  if (!chat) return;
  if (event.kind === "message") {
    if (chat.some((each) => each.message_id === event.message.message_id)) return;
    chat.push(event.message);
    if (!event.message.mine && !chosen.includes(event.chat)) {
      store.unread.set(event.chat, (store.unread.get(event.chat) ?? 0) + 1);
      choosers();
    }
  } else if (event.kind === "edited") {
    const at = chat.findIndex((each) => each.message_id === event.message.message_id);
    if (at >= 0) chat[at] = event.message;
  } else if (event.kind === "deleted") {
    const at = chat.findIndex((each) => each.message_id === event.message_id);
    if (at >= 0) chat.splice(at, 1);
  }
  for (const slot of slots) if (slot.phone.person === event.chat) slot.phone.take(event);
}

// Fetches everything anew. What happens meanwhile is held and applied afterwards, so that nothing is lost.
async function refresh() {
  if (held) {
    again = true;
    return;
  }
  held = [];
  try {
    await load();
  } finally {
    const events = held;
    held = null;
    events.forEach(take);
  }
  if (again) {
    again = false;
    await refresh();
  }
}

async function load() {
  const state = await api.state();
  const first = store.people.size === 0;
  Object.assign(store, { bot: state.bot, commands: state.commands, now: new Date(state.now), control: state.control });
  const before = JSON.stringify([...store.chats]);
  store.people = new Map(state.people.map((each) => [each.id, each]));
  store.chats = new Map(state.people.map((each) => [each.id, state.chats[each.id] ?? []]));
  document.title = `${state.bot.name} · ${texts.title}`;
  if (first) bar.draw();
  bar.tick();
  notice.show(state.notice);
  if (first || slots.length < (WIDE.matches ? Math.min(COLUMNS, store.people.size) : 1)) layout();
  else if (before !== JSON.stringify([...store.chats])) slots.forEach((slot) => slot.phone.draw());
  else slots.forEach((slot) => slot.phone.drawFooter());
}

WIDE.addEventListener("change", layout);
listen(
  take,
  () => {
    lost = false;
    refresh().catch(() => page.toast(texts.failed));
  },
  () => {
    if (!lost) page.toast(texts.offline);
    lost = true;
  },
);
