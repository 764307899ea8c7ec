// grammY as a bot of its own: what rounds.py asks of every client, by its ordinary means.

import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { join } from "node:path";
import { Bot, GrammyError, HttpError, InlineKeyboard, InputFile, webhookCallback } from "grammy";

const [mode, url, token, ...rest] = process.argv.slice(2);
const SECRET = "grammy-secret_1";

const say = (facts) => process.stdout.write(JSON.stringify(facts) + "\n");
const digest = (content) => createHash("sha256").update(content).digest("hex");
const connected = (own) => new Bot(own, { client: { apiRoot: url } });
const wordsOf = (message, kind) =>
  (message.entities ?? []).filter((each) => each.type === kind).map((each) => message.text.substr(each.offset, each.length));

async function downloaded(ctx) {
  const file = await ctx.getFile();
  return Buffer.from(await (await fetch(`${url}/file/bot${token}/${file.file_path}`)).arrayBuffer());
}

function acting(files, stop) {
  const bot = connected(token);

  bot.command("start", async (ctx) => {
    say({ event: "start", payload: ctx.match, name: ctx.from.first_name, language: ctx.from.language_code });
    const keyboard = new InlineKeyboard().text("Ja", "ja").text("Nee", "nee").row().url("Lees meer", "https://example.org/meer");
    await ctx.reply("Doe je mee?", { reply_markup: keyboard });
  });
  bot.command("klaar", () => stop());

  bot.on("callback_query:data", async (ctx) => {
    say({ event: "press", data: ctx.callbackQuery.data, words: ctx.msg.text });
    await ctx.answerCallbackQuery("Fijn dat je meedoet");
    const edited = await ctx.editMessageText("<b>Sanne</b> doet mee.", { parse_mode: "HTML" });
    say({ event: "edited", text: edited.text, bold: wordsOf(edited, "bold") });
    const button = new InlineKeyboard().text("Mooi", "mooi");
    const file = new InputFile(join(files, "plaatje.png"));
    const picture = await ctx.replyWithPhoto(file, { caption: "Een plaatje", reply_markup: button });
    const largest = picture.photo.at(-1);
    say({ event: "sent", kind: "photo", width: largest.width, height: largest.height });
    await ctx.api.editMessageCaption(ctx.chat.id, picture.message_id, { caption: "Een landschap", reply_markup: button });
    const plan = await ctx.replyWithDocument(new InputFile(join(files, "plan.ics")), { caption: "Je plan" });
    say({ event: "sent", kind: "document", name: plan.document.file_name, size: plan.document.file_size });
  });

  bot.on("message:photo", async (ctx) => {
    say({ event: "got", kind: "photo", caption: ctx.msg.caption, digest: digest(await downloaded(ctx)) });
  });
  bot.on("message:document", async (ctx) => {
    const { file_name: name, mime_type: mime } = ctx.msg.document;
    say({ event: "got", kind: "document", name, mime, digest: digest(await downloaded(ctx)) });
  });
  bot.on("message:voice", async (ctx) => {
    const { file_id: id, duration: seconds, mime_type: mime } = ctx.msg.voice;
    const content = await downloaded(ctx);
    say({ event: "got", kind: "voice", seconds, mime, digest: digest(content) });
    await ctx.replyWithVoice(id, { caption: "Gehoord" });
    await ctx.replyWithVoice(new InputFile(content, "stem.oga"), { duration: seconds });
  });
  bot.on("message:text", async (ctx) => {
    say({ event: "text", text: ctx.msg.text, links: wordsOf(ctx.msg, "url") });
    await ctx.reply(`Genoteerd: ${ctx.msg.text}`, { reply_parameters: { message_id: ctx.msg.message_id } });
  });
  return bot;
}

async function polling(files) {
  const bot = acting(files, () => void bot.stop());
  await bot.api.setMyCommands([{ command: "klaar", description: "Stoppen" }]);
  await bot.start({ onStart: (me) => say({ event: "ready", username: me.username }) });
  say({ event: "stopped" });
}

async function webhook(files) {
  let stop;
  const stopped = new Promise((resolve) => (stop = resolve));
  const bot = acting(files, () => stop());
  await bot.init();
  const server = createServer(webhookCallback(bot, "http", { secretToken: SECRET }));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = `http://127.0.0.1:${server.address().port}/hook`;
  await bot.api.setMyCommands([{ command: "klaar", description: "Stoppen" }]);
  await bot.api.setWebhook(address, { secret_token: SECRET, max_connections: 1 });
  say({ event: "ready", username: bot.botInfo.username });
  await stopped;
  say({ event: "hook", url: (await bot.api.getWebhookInfo()).url === address });
  await bot.api.deleteWebhook();
  server.close();
  server.closeIdleConnections();
  say({ event: "stopped" });
}

async function refusals(chat, blocked) {
  const { api } = connected(token);
  const meet = async (what, call) => {
    try {
      await call();
      say({ met: what, as_: null });
    } catch (error) {
      if (error instanceof HttpError) say({ met: what, as_: "HttpError", words: null, wait: null });
      else if (error instanceof GrammyError) {
        const wait = error.parameters.retry_after ?? null;
        say({ met: what, as_: `GrammyError ${error.error_code}`, words: wait === null ? error.description : null, wait });
      } else throw error;
    }
  };
  const sent = await api.sendMessage(chat, "Hoi");
  await meet("blocked", () => api.sendMessage(blocked, "Hoi"));
  await meet("nobody", () => api.sendMessage(1, "Hoi"));
  await meet("not modified", () => api.editMessageText(chat, sent.message_id, "Hoi"));
  await meet("flood", () => api.sendMessage(chat, "Nog eens"));
  await meet("stranger", () => connected(token.slice(0, -3) + "xyz").api.getMe());
  await meet("gateway", () => api.getChat(chat));
  await meet("reset", () => api.getMyName());
  await api.setWebhook("http://127.0.0.1:9/hook");
  await meet("conflict", () => api.getUpdates());
  await api.deleteWebhook();
}

if (mode === "refusals") await refusals(Number(rest[0]), Number(rest[1]));
else await (mode === "polling" ? polling : webhook)(rest[0]);
