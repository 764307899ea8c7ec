// Talks with the simulator: one function per question, and the stream of events.

async function post(path, body = {}) {
  const response = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });
  const answer = await response.json().catch(() => ({}));
  if (!response.ok) throw new Error(answer.error || String(response.status));
  return answer.result;
}

async function get(path) {
  const response = await fetch(path);
  if (!response.ok) throw new Error(String(response.status));
  return response.json();
}

export const api = {
  state: () => get("/sim/state"),
  addPerson: (firstName, role = "") => post("/sim/people", { first_name: firstName, role }),
  act: (person, what, body) => post(`/sim/people/${person}/${what}`, body),
  advance: (by) => post("/sim/control/advance", { by }),
  waiting: () => get("/sim/control/waiting"),
  invitation: (role) => post("/sim/control/invitation", { role }),
  colleagues: (n) => post("/sim/control/colleagues", { n }),
  file: (id) => `/sim/files/${encodeURIComponent(id)}`,
};

// `onEvent` gets each event; `onOpen` is called at every (re)connection, so that nothing missed stays missing.
export function listen(onEvent, onOpen, onLoss) {
  const source = new EventSource("/sim/events");
  source.onmessage = (message) => {
    const event = JSON.parse(message.data);
    if (event.kind === "hello") onOpen();
    onEvent(event);
  };
  source.onerror = onLoss;
}
