package io.github.ipsecmaven.it;

import io.github.ipsecmaven.testkit.LabKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The configuration repository of the integration tests: a pom that names the plugin, a spec, the lab keys. */
final class ItRepository {

    static final String NOW = "-Dipsec.now=" + LabKeys.NOW;

    static final String SPEC = """
            apiVersion: ipsec-maven.github.io/v1
            kind: ClusterIPsec
            metadata:
              name: lab
            cluster:
              openshift: "4.19.22"
              platform: BareMetal
            mode: External
            ca: certs/ca.pem
            nodeDefaults:
              domain: prod.example.com
              bundle: certs/{node}.p12
            nodes:
              worker-0: {}
              worker-1: {}
            remotes:
              nas:
                address: nas.example.com
                subnet: 192.0.2.20/32
                type: transport
                certificate: certs/nas.pem
                failClosed: false
            waivers: [{rule: IPSEC-S006, reason: lab keys}]
            """;

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>com.example</groupId>
              <artifactId>config</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.github.ipsec-maven</groupId>
                    <artifactId>ipsec-maven-plugin</artifactId>
                    <version>%s</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    private ItRepository() {}

    /** Fills a folder, which is made. */
    static Path in(Path folder) throws IOException {
        LabKeys.copyTo(folder.resolve("certs"));
        Files.writeString(folder.resolve("pom.xml"), String.format(POM, System.getProperty("it.version")));
        Files.writeString(folder.resolve("ipsec.yaml"), SPEC);
        return folder;
    }

    /**
     * What a folder holds, by path: the bytes as ISO 8859-1, one to one, after an {@code x} where the owner may execute
     * the file, as Git sees it.
     */
    static Map<String, String> tree(Path folder) throws IOException {
        return read(folder, false);
    }

    /** The same with the times of the files. */
    static Map<String, String> treeAndTimes(Path folder) throws IOException {
        return read(folder, true);
    }

    private static Map<String, String> read(Path folder, boolean times) throws IOException {
        Map<String, String> tree = new TreeMap<>();
        if (!Files.exists(folder)) {
            return tree;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                tree.put(folder.relativize(file).toString(), (Files.isExecutable(file) ? "x" : "-")
                        + (times ? Files.getLastModifiedTime(file) : "")
                        + new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return tree;
    }
}
