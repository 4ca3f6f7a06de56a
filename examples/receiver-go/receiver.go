// Receives what Koogate asks and tells, with the standard library alone: see README.md.
package main

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"
	"sync"
	"time"
)

var key, _ = base64.StdEncoding.DecodeString(strings.TrimPrefix(os.Getenv("WEBHOOK_SECRET"), "whsec_"))
var answers sync.Map // by webhook-id; keep them in a database

func verify(h http.Header, body []byte) (id string, signed bool) {
	id, at := h.Get("webhook-id"), h.Get("webhook-timestamp")
	mac := hmac.New(sha256.New, key)
	fmt.Fprintf(mac, "%s.%s.%s", id, at, body)
	wanted := []byte("v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil)))
	for _, given := range strings.Fields(h.Get("webhook-signature")) {
		signed = signed || hmac.Equal([]byte(given), wanted)
	}
	since1970, _ := time.ParseDuration(at + "s")
	return id, signed && time.Since(time.Unix(0, 0).Add(since1970)).Abs() < 5*time.Minute
}

func answerTo(body []byte) any {
	var message map[string]any
	json.Unmarshal(body, &message)
	data, _ := message["data"].(map[string]any)
	fmt.Println(message["type"], data["instanceId"])
	if message["type"] != "provision.requested" { // instance.renewed, instance.released …: follow them here
		return map[string]bool{"allowed": true} // what change.check asks for
	}
	plan, _ := data["plan"].(map[string]any)
	buyer, _ := data["buyer"].(map[string]any)
	entrance := fmt.Sprint(os.Getenv("PUBLIC_URL"), "/t/", data["instanceId"]) // make it here, under this id
	return map[string]any{"frontEndUrl": entrance, "memo": fmt.Sprint(plan["quantity"], " seats for ", buyer["customerName"])}
}

func receive(w http.ResponseWriter, r *http.Request) {
	body, _ := io.ReadAll(r.Body)
	id, isSigned := verify(r.Header, body)
	answer, known := answers.Load(id)
	if !isSigned {
		w.WriteHeader(http.StatusUnauthorized)
		return
	} else if !known { // else it is a repeat, and nothing is done twice
		answer, _ = answers.LoadOrStore(id, answerTo(body))
	}
	json.NewEncoder(w).Encode(answer)
}

func main() { panic(http.ListenAndServe("127.0.0.1:"+os.Getenv("PORT"), http.HandlerFunc(receive))) }
