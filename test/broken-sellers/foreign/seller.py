# A seller of SaaS V2 and order notifications, with the standard library alone. It does everything
# right, but for what MISTAKE names: "case" compares the hex of a signature as it is.
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock
from urllib.parse import parse_qs, urlsplit

KEYS = {"saas": os.environ["ACCESS_KEY"].encode(), "orders": os.environ["ORDER_KEY"].encode()}
MISTAKE = os.environ.get("MISTAKE")
WINDOW, MOST_BYTES = 60_000, 1024 * 1024
LINE = ["orderId", "orderLineId"]
MANDATORY = {
    "saas": {
        "newInstance": [*LINE, "businessId"],
        "queryInstance": ["instanceId"],
        "refreshInstance": ["instanceId", *LINE, "scene", "expireTime"],
        "updateInstanceStatus": ["instanceId", "status"],
        "upgradeInstance": ["instanceId", *LINE],
        "releaseInstance": ["instanceId"],
        "changeInstanceCheck": ["instanceId", "productInfo"],
    },
    "orders": {"orderNotify": LINE},
}

lock = Lock()
nonces = {}  # until when each is remembered
sold = {}  # instance ids by what makes a repeat: whether it is a test, order and line
orders = set()  # orders that were carried out, so that a repeat is success
status = {}  # by instance id, of what was really sold


class Refusal(Exception):
    def __init__(self, code, reason):
        self.code, self.reason = code, reason


def mac(key, message):
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def sorted_compact(members):
    given = {name: members[name] for name in sorted(members) if members[name] is not None}
    return json.dumps(given, separators=(",", ":"), ensure_ascii=False).encode()


def parse(body):
    try:
        members = json.loads(body)
    except ValueError:
        raise Refusal("000002", "the body is not JSON") from None
    if not isinstance(members, dict):
        raise Refusal("000002", "the body is not an object")
    return members


def verify(key, query, body):
    signature, stamp, nonce = (query.get(name, [""])[0] for name in ("signature", "timestamp", "nonce"))
    if not stamp or not nonce:
        raise Refusal("000002", "timestamp or nonce is missing")
    if not (stamp.isascii() and stamp.isdigit() and len(stamp) in (10, 13)):
        raise Refusal("000002", "timestamp is not a time")
    now, at = time.time() * 1000, int(stamp) * (1000 if len(stamp) == 10 else 1)
    if abs(now - at) > WINDOW:
        raise Refusal("000002", "timestamp is out of its window")
    start = key + nonce.encode() + stamp.encode()
    payloads = (body, sorted_compact(parse(body)))
    expected = [mac(key, start + mac(key, payload).encode()) for payload in payloads]
    received = signature if MISTAKE == "case" else signature.upper()
    if not any(hmac.compare_digest(one.upper().encode(), received.encode()) for one in expected):
        raise Refusal("000001", "the signature does not hold")
    with lock:
        for old in [one for one, until in nonces.items() if until < now]:
            del nonces[old]
        if nonces.setdefault(nonce, now + 2 * WINDOW) != now + 2 * WINDOW:
            raise Refusal("000001", "the nonce was used before")


def alive(members, test):
    instance = str(members["instanceId"])
    if not test and status.get(instance, "released") == "released":
        raise Refusal("000003", "the instance is unknown or released")
    return instance


def carry_out(activity, members, test):
    if activity == "newInstance":
        key = (test, members["orderId"], members["orderLineId"])
        instance = sold.setdefault(key, members["businessId"])
        if not test:
            status.setdefault(instance, "active")
        return {"instanceId": instance}
    if activity == "queryInstance":
        ids = str(members["instanceId"]).split(",")
        if len(ids) > 100:
            raise Refusal("000002", "instanceId holds more than 100 ids")
        found = [alive({"instanceId": one}, test) for one in ids]
        return {"info": [{"instanceId": one, "appInfo": app_info(one)} for one in found]}
    if activity in ("refreshInstance", "upgradeInstance"):
        key = (activity, test, *(members.get(name) for name in ("instanceId", *LINE, "scene")))
        if key not in orders:
            alive(members, test)
            orders.add(key)
    elif activity == "updateInstanceStatus":
        if members["status"] not in ("FREEZE", "UNFREEZE"):
            raise Refusal("000002", "status is unknown")
        instance = alive(members, test)
        if not test:
            status[instance] = "frozen" if members["status"] == "FREEZE" else "active"
    elif activity == "releaseInstance":
        instance = str(members["instanceId"])
        if not test and status.get(instance) != "released":
            status[alive(members, test)] = "released"
    elif activity == "changeInstanceCheck":
        alive(members, test)
    return {}


def app_info(instance):
    return {"frontEndUrl": f"https://seller.example.com/t/{instance}", "memo": "首次登录请修改密码"}


class Seller(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        address = urlsplit(self.path)
        kind = address.path.rsplit("/", 1)[-1]
        try:
            body = self.read_body()
            if kind not in KEYS:
                return self.answer(404, {"resultCode": "000002", "resultMsg": "this is not served"})
            verify(KEYS[kind], parse_qs(address.query), body)
            members = parse(body)
            activity, test = members.get("activity"), str(members.get("testFlag")) == "1"
            mandatory = MANDATORY[kind].get(activity if isinstance(activity, str) else None)
            if mandatory is None:
                raise Refusal("000002", "the activity is unknown")
            for name in mandatory:
                if members.get(name) in (None, ""):
                    raise Refusal("000002", f"{name} is missing")
            with lock:
                shown = carry_out(activity, members, test)
            self.answer(200, {"resultCode": "000000", "resultMsg": "success.", **shown})
        except Refusal as refusal:
            told = {"resultCode": refusal.code, "resultMsg": refusal.reason}
            self.answer(200, told)
        except Exception:  # a fault of ours is no silence
            self.answer(200, {"resultCode": "000005", "resultMsg": "internal error"})

    def read_body(self):
        if self.headers.get("transfer-encoding", "").lower() == "chunked":
            return self.read_chunks()
        length = int(self.headers.get("content-length") or 0)
        return self.rfile.read(self.fitting(length))

    # The library reads no chunks.
    def read_chunks(self):
        body = b""
        while size := int(self.rfile.readline().split(b";")[0], 16):
            body += self.rfile.read(self.fitting(len(body) + size) - len(body))
            self.rfile.readline()
        while self.rfile.readline().strip():
            pass
        return body

    def fitting(self, length):
        if length > MOST_BYTES:
            # What is too long is dropped, so that the answer is not lost.
            self.rfile.read(min(length, 10 * MOST_BYTES))
            self.close_connection = True
            raise Refusal("000002", "the body is too long")
        return length

    def answer(self, code, content):
        body = json.dumps(content).encode()
        self.send_response(code)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a caller who has gone away


Server(("127.0.0.1", int(os.environ["PORT"])), Seller).serve_forever()
