import static java.nio.charset.StandardCharsets.UTF_8;
import com.sun.net.httpserver.*;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.*;
import java.util.*;
import java.util.concurrent.*;
import java.util.regex.Pattern;
import javax.crypto.*;
import javax.crypto.spec.SecretKeySpec;

/** Receives what Koogate asks and tells, with the JDK alone: see README.md. */
class Receiver {
    static final Map<String, String> env = System.getenv();
    static final byte[] key = Base64.getDecoder().decode(env.get("WEBHOOK_SECRET").substring("whsec_".length()));
    static final Map<String, String> answers = new ConcurrentHashMap<>(); // by webhook-id; keep them in a database

    static boolean isSigned(Headers headers, byte[] body) throws GeneralSecurityException {
        String id = headers.getFirst("webhook-id"), time = headers.getFirst("webhook-timestamp");
        if (time == null || Math.abs(System.currentTimeMillis() / 1000 - Long.parseLong(time)) > 300) return false;
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((id + "." + time + ".").getBytes(UTF_8));
        byte[] wanted = ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body))).getBytes(UTF_8);
        var signatures = headers.getOrDefault("webhook-signature", List.of("")).get(0).split(" ");
        return Arrays.stream(signatures).anyMatch(one -> MessageDigest.isEqual(one.getBytes(UTF_8), wanted));
    }

    /** The first value of a member. The JDK reads no JSON: in your product a library does. */
    static String member(String json, String name) {
        var found = Pattern.compile("\"" + name + "\":\\s*\"?([^\",}]*)").matcher(json);
        return found.find() ? found.group(1) : "";
    }

    static String answerTo(String message) {
        String type = member(message, "type"), id = member(message, "instanceId");
        System.out.println(type + " " + id);
        if (type.equals("change.check")) return "{\"allowed\":true}";
        if (!type.equals("provision.requested")) return "{}"; // instance.renewed, …: follow them here
        String memo = member(message, "quantity") + " seats for " + member(message, "customerName");
        return "{\"frontEndUrl\":\"%s/t/%s\",\"memo\":\"%s\"}".formatted(env.get("PUBLIC_URL"), id, memo);
    }

    static void receive(HttpExchange call) throws IOException {
        try (call) {
            byte[] body = call.getRequestBody().readAllBytes();
            boolean signed = isSigned(call.getRequestHeaders(), body);
            String id = call.getRequestHeaders().getFirst("webhook-id"); // a repeat is not done twice
            String answer = !signed ? "{}" : answers.computeIfAbsent(id, one -> answerTo(new String(body, UTF_8)));
            call.sendResponseHeaders(signed ? 200 : 401, 0);
            call.getResponseBody().write(answer.getBytes(UTF_8));
        } catch (GeneralSecurityException error) { throw new IOException(error); }
    }

    public static void main(String[] arguments) throws IOException {
        var server = HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(env.get("PORT"))), 0);
        server.createContext("/", Receiver::receive);
        server.start();
    }
}
