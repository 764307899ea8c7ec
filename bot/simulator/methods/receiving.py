"""Methods by which the bot gets its updates and files."""

from __future__ import annotations

import ipaddress
import re
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.call import Call
from bot.simulator.errors import bad
from bot.simulator.files import LARGEST_DOWNLOAD
from bot.simulator.methods.registry import method
from bot.simulator.state import Json
from bot.simulator.updates import DEFAULT_KINDS
from bot.simulator.world import World

LONGEST_SECRET = 256
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = {None, 80, 88, 443, 8443}


@method("getUpdates", "offset limit timeout allowed_updates")
async def get_updates(world: World, call: Call) -> list[Json]:
    """What waits; the offset acknowledges what stands before it."""
    if call.has("allowed_updates"):
        world.updates.allow(call.json("allowed_updates"))
    limit = call.integer("limit", 100, 1, 100)
    return await world.updates.poll(call.integer("offset"), limit, call.integer("timeout", 0, 0, 50), call.hung_up)


@method("setWebhook", "url secret_token max_connections allowed_updates drop_pending_updates ip_address")
def set_webhook(world: World, call: Call) -> bool:
    """Post updates to an address from now on. Plain http is taken for the own machine only, as a local server does."""
    url = call.string("url")
    if not url:
        return delete_webhook(world, call)
    world.admit_webhook()
    wanted: Json = {
        "secret": call.string("secret_token"),
        "max_connections": call.integer("max_connections", 40, 1, 100),
    }
    same = url == world.updates.webhook_url and wanted.items() <= world.webhook.items()
    if same and not call.flag("drop_pending_updates"):
        if call.has("allowed_updates"):
            world.updates.allow(call.json("allowed_updates"))
        call.description = "Webhook is already set"
        return True
    world.webhook = {}
    world.updates.set_webhook("")
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    _check_webhook(url, wanted["secret"])
    if call.has("allowed_updates"):
        world.updates.allow(call.json("allowed_updates"))
    world.webhook = wanted
    world.updates.set_webhook(url)
    call.description = "Webhook was set"
    return True


def _check_webhook(url: str, secret: str) -> None:
    """https://github.com/tdlib/telegram-bot-api: Client.cpp (do_set_webhook), WebhookActor.cpp (start_up)."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        raise bad("invalid webhook URL specified") from None
    if not host or parts.scheme not in {"http", "https"}:
        raise bad("invalid webhook URL specified")
    if len(secret) > LONGEST_SECRET:
        raise bad("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad("secret token contains unallowed characters")
    if parts.scheme == "http" and not _local(host):
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if port not in _PORTS and not _local(host):
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


@method("deleteWebhook", "drop_pending_updates")
def delete_webhook(world: World, call: Call) -> bool:
    """Back to `getUpdates`."""
    if call.flag("drop_pending_updates"):
        world.updates.drop()
    call.description = "Webhook was deleted" if world.updates.webhook_url else "Webhook is already deleted"
    world.webhook = {}
    world.updates.set_webhook("")
    return True


@method("getWebhookInfo")
def get_webhook_info(world: World, _: Call) -> Json:
    """How the webhook stands."""
    info: Json = {
        "url": world.updates.webhook_url,
        "has_custom_certificate": False,
        "pending_update_count": world.updates.pending,
    }
    if info["url"]:
        info["max_connections"] = world.webhook["max_connections"]
        info["ip_address"] = "127.0.0.1"
    for name in ("last_error_date", "last_error_message"):
        if name in world.webhook:
            info[name] = world.webhook[name]
    if world.updates.allowed != DEFAULT_KINDS:
        info["allowed_updates"] = sorted(world.updates.allowed)
    return info


@method("getFile", "file_id")
def get_file(world: World, call: Call) -> Json:
    """Where to download a file."""
    file_id = call.string("file_id")
    if not file_id:
        raise bad("file_id not specified")
    file = world.files.find(file_id)
    if file is None:
        raise bad("invalid file_id")
    if len(file.content) > LARGEST_DOWNLOAD:
        raise bad("file is too big")
    found: dict[str, Any] = {"file_id": file.id, "file_unique_id": file.unique_id}
    return found | {"file_size": len(file.content), "file_path": file.path}


def _local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
