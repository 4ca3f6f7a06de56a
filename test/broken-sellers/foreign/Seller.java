import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.*;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A seller of SaaS V2 and order notifications, with the JDK alone. It does everything right, but for
 * what MISTAKE names: "businessId" answers each purchase with the businessId of that very call, as the
 * store's own sample project does, so a repeat gets another instance.
 */
class Seller {
    static final Map<String, String> env = System.getenv();
    static final Map<String, String> keys = Map.of("saas", env.get("ACCESS_KEY"), "orders", env.get("ORDER_KEY"));
    static final boolean takesBusinessId = "businessId".equals(env.get("MISTAKE"));
    static final long windowMs = 60_000;
    static final int mostBytes = 1024 * 1024;
    static final Map<String, List<String>> mandatory = Map.of(
            "saas newInstance", List.of("orderId", "orderLineId", "businessId"),
            "saas queryInstance", List.of("instanceId"),
            "saas refreshInstance", List.of("instanceId", "orderId", "orderLineId", "scene", "expireTime"),
            "saas updateInstanceStatus", List.of("instanceId", "status"),
            "saas upgradeInstance", List.of("instanceId", "orderId", "orderLineId"),
            "saas releaseInstance", List.of("instanceId"),
            "saas changeInstanceCheck", List.of("instanceId", "productInfo"),
            "orders orderNotify", List.of("orderId", "orderLineId"));

    static final Map<String, Long> nonces = new ConcurrentHashMap<>(); // until when each is remembered
    static final Map<String, String> sold = new ConcurrentHashMap<>(); // instances by what makes a repeat
    static final Set<String> orders = ConcurrentHashMap.newKeySet(); // carried out: a repeat is success
    static final Map<String, String> status = new ConcurrentHashMap<>(); // of what was really sold

    static class Refusal extends Exception {
        final String code;

        Refusal(String code, String reason) {
            super(reason);
            this.code = code;
        }
    }

    static Refusal invalid(String reason) {
        return new Refusal("000002", reason);
    }

    static String mac(String key, byte[]... parts) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        for (byte[] part : parts) mac.update(part);
        return HexFormat.of().formatHex(mac.doFinal());
    }

    static void verify(String key, Map<String, String> query, byte[] body) throws Exception {
        String stamp = query.getOrDefault("timestamp", ""), nonce = query.getOrDefault("nonce", "");
        if (stamp.isEmpty() || nonce.isEmpty()) throw invalid("timestamp or nonce is missing");
        if (!stamp.matches("\\d{10}(\\d{3})?")) throw invalid("timestamp is not a time");
        long now = System.currentTimeMillis(), at = Long.parseLong(stamp) * (stamp.length() == 10 ? 1000 : 1);
        if (Math.abs(now - at) > windowMs) throw invalid("timestamp is out of its window");
        byte[] received = query.getOrDefault("signature", "").toLowerCase(Locale.ROOT).getBytes(UTF_8);
        boolean holds = false;
        for (byte[] payload : List.of(body, Json.compactSorted(Json.object(body)).getBytes(UTF_8))) {
            String expected = mac(key, (key + nonce + stamp + mac(key, payload)).getBytes(UTF_8));
            holds |= MessageDigest.isEqual(expected.getBytes(UTF_8), received);
        }
        if (!holds) throw new Refusal("000001", "the signature does not hold");
        nonces.values().removeIf(until -> until < now);
        if (nonces.putIfAbsent(nonce, now + 2 * windowMs) != null) throw new Refusal("000001", "the nonce was used before");
    }

    static String alive(Object id, boolean test) throws Refusal {
        if (!test && status.getOrDefault(id.toString(), "released").equals("released"))
            throw new Refusal("000003", "the instance is unknown or released");
        return id.toString();
    }

    static Map<String, Object> carryOut(String activity, Map<String, Object> call, boolean test) throws Refusal {
        Object id = call.get("instanceId");
        switch (activity) {
            case "newInstance" -> {
                String order = List.of(test, call.get("orderId"), call.get("orderLineId")).toString();
                String now = call.get("businessId").toString();
                String instance = takesBusinessId ? now : sold.computeIfAbsent(order, one -> now);
                if (!test) status.putIfAbsent(instance, "active");
                return Map.of("instanceId", instance);
            }
            case "queryInstance" -> {
                String[] ids = id.toString().split(",");
                if (ids.length > 100) throw invalid("instanceId holds more than 100 ids");
                List<Object> info = new ArrayList<>();
                for (String one : ids) {
                    String url = "https://seller.example.com/t/" + alive(one, test);
                    info.add(Map.of("instanceId", one, "appInfo", Map.of("frontEndUrl", url, "memo", "首次登录请修改密码")));
                }
                return Map.of("info", info);
            }
            case "refreshInstance", "upgradeInstance" -> {
                Object[] names = {activity, test, id, call.get("orderId"), call.get("orderLineId"), call.get("scene")};
                String order = Arrays.toString(names);
                if (orders.contains(order)) break;
                alive(id, test);
                orders.add(order);
            }
            case "updateInstanceStatus" -> {
                if (!Set.of("FREEZE", "UNFREEZE").contains(call.get("status"))) throw invalid("status is unknown");
                String instance = alive(id, test);
                if (!test) status.put(instance, call.get("status").equals("FREEZE") ? "frozen" : "active");
            }
            case "releaseInstance" -> {
                if (!test && !"released".equals(status.get(id.toString()))) status.put(alive(id, test), "released");
            }
            case "changeInstanceCheck" -> alive(id, test);
        }
        return Map.of();
    }

    static Map<String, Object> answerTo(String kind, Map<String, String> query, byte[] body) throws Exception {
        verify(keys.get(kind), query, body);
        Map<String, Object> call = Json.object(body);
        List<String> names = mandatory.get(kind + " " + call.get("activity"));
        if (names == null) throw invalid("the activity is unknown");
        for (String name : names)
            if (call.get(name) == null || call.get(name).equals("")) throw invalid(name + " is missing");
        boolean test = String.valueOf(call.get("testFlag")).equals("1");
        Map<String, Object> answer = new LinkedHashMap<>(Map.of("resultCode", "000000", "resultMsg", "success."));
        answer.putAll(carryOut(call.get("activity").toString(), call, test));
        return answer;
    }

    static void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            String kind = exchange.getRequestURI().getPath().replaceAll(".*/", "");
            byte[] body = exchange.getRequestBody().readNBytes(mostBytes + 1);
            // What is too long is dropped, so that the answer is not lost.
            if (body.length > mostBytes) exchange.getRequestBody().skip(10L * mostBytes);
            Map<String, Object> answer;
            int code = keys.containsKey(kind) ? 200 : 404;
            try {
                if (code == 404) throw invalid("this is not served");
                if (body.length > mostBytes) throw invalid("the body is too long");
                answer = answerTo(kind, parameters(exchange.getRequestURI().getRawQuery()), body);
            } catch (Refusal refusal) {
                answer = Map.of("resultCode", refusal.code, "resultMsg", refusal.getMessage());
            } catch (Exception fault) {
                answer = Map.of("resultCode", "000005", "resultMsg", "internal error");
            }
            byte[] sent = Json.ascii(Json.written(answer)).getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, sent.length);
            exchange.getResponseBody().write(sent);
        }
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            found.putIfAbsent(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], UTF_8));
        }
        return found;
    }

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(env.get("PORT"))), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", Seller::receive);
        server.start();
    }
}

/** The JDK reads no JSON: in your product a library does. */
class Json {
    private final String text;
    private int at = 0;

    private Json(String text) {
        this.text = text;
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> object(byte[] body) throws Seller.Refusal {
        try {
            Json json = new Json(new String(body, UTF_8));
            Object value = json.value();
            if (json.peek() == 0 && value instanceof Map) return (Map<String, Object>) value;
        } catch (RuntimeException malformed) {
            // Told below.
        }
        throw Seller.invalid("the body is not a JSON object");
    }

    /** Compact, sorted, without what is null. */
    static String compactSorted(Map<String, Object> members) {
        Map<String, Object> sorted = new TreeMap<>(members);
        sorted.values().removeIf(Objects::isNull);
        return written(sorted);
    }

    static String written(Object value) {
        if (value instanceof Map<?, ?> members) {
            var parts = new StringJoiner(",", "{", "}");
            members.forEach((name, one) -> parts.add(written(name.toString()) + ":" + written(one)));
            return parts.toString();
        }
        if (value instanceof List<?> list) {
            var parts = new StringJoiner(",", "[", "]");
            list.forEach(one -> parts.add(written(one)));
            return parts.toString();
        }
        if (!(value instanceof String string)) return String.valueOf(value);
        var escaped = new StringBuilder("\"");
        for (char one : string.toCharArray()) {
            if (one == '"' || one == '\\') escaped.append('\\').append(one);
            else if (one < ' ') escaped.append(escapeOf(one));
            else escaped.append(one);
        }
        return escaped.append('"').toString();
    }

    /** Beyond ASCII as escapes, which the store wants in the memo. */
    static String ascii(String json) {
        var escaped = new StringBuilder();
        for (char one : json.toCharArray()) escaped.append(one > '~' ? escapeOf(one) : one);
        return escaped.toString();
    }

    private static String escapeOf(char one) {
        return String.format("\\u%04x", (int) one);
    }

    private char peek() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
        return at < text.length() ? text.charAt(at) : 0;
    }

    private void take(char expected) {
        if (peek() != expected) throw new IllegalArgumentException(expected + " is missing");
        at++;
    }

    private Object value() {
        switch (peek()) {
            case '{':
                Map<String, Object> members = new LinkedHashMap<>();
                for (at++; peek() != '}'; ) {
                    if (!members.isEmpty()) take(',');
                    peek();
                    String name = string();
                    take(':');
                    members.put(name, value());
                }
                at++;
                return members;
            case '[':
                List<Object> list = new ArrayList<>();
                for (at++; peek() != ']'; list.add(value())) if (!list.isEmpty()) take(',');
                at++;
                return list;
            case '"':
                return string();
            default:
                int from = at;
                while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) at++;
                String word = text.substring(from, at);
                if (word.equals("null")) return null;
                if (word.equals("true") || word.equals("false")) return Boolean.valueOf(word);
                return new java.math.BigDecimal(word);
        }
    }

    private String string() {
        if (text.charAt(at++) != '"') throw new IllegalArgumentException("a text is missing");
        var read = new StringBuilder();
        for (char one; (one = text.charAt(at++)) != '"'; ) {
            if (one == '\\') {
                one = text.charAt(at++);
                int simple = "bfnrt".indexOf(one);
                if (one == 'u') one = (char) Integer.parseInt(text.substring(at, at += 4), 16);
                else if (simple >= 0) one = "\b\f\n\r\t".charAt(simple);
            }
            read.append(one);
        }
        return read.toString();
    }
}
