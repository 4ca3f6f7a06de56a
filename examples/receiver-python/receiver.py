# Receives what Koogate asks and tells, with the standard library alone: see README.md.
import base64
import hashlib
import hmac
import json
import os
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

KEY = base64.b64decode(os.environ["WEBHOOK_SECRET"].removeprefix("whsec_"))
PORT, PUBLIC_URL = int(os.environ["PORT"]), os.environ["PUBLIC_URL"]
answers = {}  # by webhook-id; keep them in a database
lock = Lock()


def is_signed(headers, body):
    if abs(time.time() - int(headers.get("webhook-timestamp", "0"))) > 300:
        return False
    start = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode()
    wanted = b"v1," + base64.b64encode(hmac.new(KEY, start + body, hashlib.sha256).digest())
    given = headers.get("webhook-signature", "").encode().split(b" ")
    return any(hmac.compare_digest(wanted, one) for one in given)


def answer_to(kind, data):
    plan, buyer = data.get("plan") or {}, data.get("buyer") or {}
    print(kind, data.get("instanceId"), flush=True)
    if kind == "provision.requested":  # make it here, under this id
        memo = f"{plan.get('quantity')} seats for {buyer.get('customerName')}"
        return 200, {"frontEndUrl": f"{PUBLIC_URL}/t/{data['instanceId']}", "memo": memo}
    if kind == "change.check":
        return 200, {"allowed": True}
    return 200, {}  # instance.renewed, instance.frozen, instance.released …: follow them here


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        if not is_signed(self.headers, body):
            return self.answer(401, {})
        with lock:
            key = self.headers["webhook-id"]
            if key not in answers:  # else it is a repeat, and nothing is done twice
                message = json.loads(body)
                answers[key] = answer_to(message["type"], message["data"])
        self.answer(*answers[key])

    def answer(self, status, content):
        body = json.dumps(content).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


ThreadingHTTPServer(("127.0.0.1", PORT), Receiver).serve_forever()
