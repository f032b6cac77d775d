package io.github.ipsecmaven.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The library of the real SOPS (getsops/sops 3.9.2), which no Debian package has: in a program of AWS Lambda that
 * decrypts what it is sent and would store it. It is sent files from here, and told a proxy that refuses it, so that
 * nothing leaves the machine; its complaint says how far it came. To get to the storing it has to have decrypted every
 * value and found that the MAC over all plaintexts is right.
 */
public final class SopsLibrary implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 60;
    private static final String EVENT = """
            {"RequestType": "Create", "RequestId": "1", "ResponseURL": "%s/answer", "ResourceType": "Custom::SopsSync",
             "LogicalResourceId": "x", "StackId": "x", "ResourceProperties": {"ResourceType": "SECRET", "Target": "x",
             "SecretARN": "x", "SopsInline": {"Content": "%s", "Hash": "x"}, "Format": "yaml", "OutputFormat": "RAW",
             "ConvertToJSON": "false", "Flatten": "false", "StringifyValues": "false"}}""";

    private final BlockingQueue<String> events = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<String> answers = new ArrayBlockingQueue<>(1);
    private final HttpServer server;
    private final Process process;
    private final String address;

    private SopsLibrary(RealTool tool, String privateKey) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::serve);
        server.start();
        String host = "127.0.0.1:" + server.getAddress().getPort();
        address = "http://" + host;
        process = tool.start(Map.of(
                "AWS_LAMBDA_RUNTIME_API", host,
                "AWS_REGION", "us-east-1",
                "AWS_ACCESS_KEY_ID", "none",
                "AWS_SECRET_ACCESS_KEY", "none",
                "AWS_MAX_ATTEMPTS", "1",
                "HTTPS_PROXY", "http://127.0.0.1:1",
                "HOME", "/nonexistent",
                "SOPS_AGE_KEY", privateKey));
    }

    /** Skips the calling test where the program is missing. */
    public static RealTool assumePresent() {
        return RealTool.of("sops-library", "run .ci/install-tools, which takes it out of an npm package").assumePresent();
    }

    /** The library, with one reader's private key at hand. */
    public static SopsLibrary with(String privateKey) throws IOException {
        return new SopsLibrary(assumePresent(), privateKey);
    }

    /** What the library says against a file; empty where it decrypts it. */
    public String complaint(byte[] file) throws IOException, InterruptedException {
        events.put(EVENT.formatted(address, Base64.getEncoder().encodeToString(file)));
        String answer = answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (answer == null) {
            throw new IOException("sops-library did not answer");
        }
        if (answer.contains("failed to store secret value")) {
            return "";
        }
        if (!answer.contains("error while decrypting")) {
            throw new IOException(answer);
        }
        return answer;
    }

    /** Hands out events as Lambda does, and takes CloudFormation's place in taking answers. */
    private void serve(HttpExchange exchange) throws IOException {
        byte[] body = {};
        if (exchange.getRequestURI().getPath().endsWith("/invocation/next")) {
            try {
                body = events.take().getBytes(StandardCharsets.UTF_8);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            exchange.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "1");
            exchange.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms",
                    Long.toString(System.currentTimeMillis() + TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS)));
        } else if (exchange.getRequestURI().getPath().equals("/answer")) {
            answers.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        }
        boolean result = exchange.getRequestURI().getPath().endsWith("/response");
        exchange.sendResponseHeaders(result ? 202 : 200, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        process.destroyForcibly();
        server.stop(0);
    }
}
