package io.github.ipsecmaven.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The plugin is one jar, which carries its libraries, and one pom, which leads Maven to no other file. */
class OneJarIT {

    private static final Path REPOSITORY = Path.of(RealMaven.property("it.repository"));
    private static final Library PLUGIN =
            new Library("io.github.ipsec-maven", "ipsec-maven-plugin", RealMaven.property("it.version"));
    private static final String THINNED = "org.bouncycastle";

    private static JarFile jar;
    private static List<Library> libraries;

    /** What the build resolved, as the plugin's descriptor tells. */
    private record Library(String group, String artifact, String version) {

        Path file(String extension) {
            return REPOSITORY.resolve(group.replace('.', '/')).resolve(artifact).resolve(version)
                    .resolve(artifact + "-" + version + "." + extension);
        }
    }

    @BeforeAll
    static void open() throws Exception {
        jar = new JarFile(PLUGIN.file("jar").toFile());
        libraries = new ArrayList<>();
        var dependencies = parse(jar.getInputStream(jar.getEntry("META-INF/maven/plugin.xml")))
                .getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            var dependency = (Element) dependencies.item(i);
            libraries.add(new Library(text(dependency, "groupId"), text(dependency, "artifactId"),
                    text(dependency, "version")));
        }
        assertTrue(libraries.stream().anyMatch(library -> library.group().equals(THINNED)), libraries.toString());
    }

    @AfterAll
    static void close() throws IOException {
        jar.close();
    }

    @Test
    void thePomLeadsToNoOtherFile() throws Exception {
        var pom = parse(Files.newInputStream(PLUGIN.file("pom")));
        for (String element : List.of("parent", "dependency", "plugin")) {
            assertEquals(0, pom.getElementsByTagName(element).getLength(), element);
        }
        assertEquals(1, pom.getElementsByTagName("prerequisites").getLength());
    }

    @Test
    void theJarIsUnsignedNoModuleAndForManyReleasesOfJava() throws IOException {
        assertTrue(jar.isMultiRelease());
        assertEquals(Set.of(), jar.getManifest().getEntries().keySet());
        assertEquals(List.of(), entries(jar).stream()
                .filter(name -> name.matches("META-INF/[^/]*\\.(SF|RSA|DSA|EC)|(.*/)?module-info\\.class")).toList());
    }

    @Test
    void librariesAreCarriedAsReleasedAndWholeUnlessThinned() throws IOException {
        for (Library library : libraries) {
            try (var original = new JarFile(library.file("jar").toFile())) {
                var different = entries(original).stream()
                        .filter(name -> !name.endsWith("/") && !name.endsWith("module-info.class"))
                        .filter(name -> !name.startsWith("META-INF/") || name.startsWith("META-INF/versions/"))
                        .filter(name -> !library.group().equals(THINNED) || jar.getEntry(name) != null)
                        .filter(name -> !same(original.getEntry(name), jar.getEntry(name)))
                        .toList();
                assertEquals(List.of(), different, library.toString());
            }
        }
    }

    /** By reference it is complete, which the build sees to; by name it would not be. */
    @Test
    void whatIsThinnedLooksNoClassUpByName() throws IOException {
        var classes = entries(jar).stream().filter(name -> name.contains(THINNED.replace('.', '/') + "/")).toList();
        assertTrue(classes.size() > 100, classes.toString());
        for (String name : classes) {
            if (name.endsWith(".class")) {
                for (String lookup : List.of("forName", "loadClass", "java/util/ServiceLoader", "getResource")) {
                    assertFalse(read(jar, name).contains(lookup), name + ": " + lookup);
                }
            }
        }
    }

    @Test
    void aServiceIsAClassOfTheJar() throws IOException {
        for (String service : entries(jar)) {
            if (service.matches("META-INF/services/.+[^/]")) {
                read(jar, service).lines().filter(line -> !line.isBlank()).forEach(name ->
                        assertNotNull(jar.getEntry(name.replace('.', '/') + ".class"), service + ": " + name));
            }
        }
    }

    @Test
    void scannersFindEachLibraryWithItsVersion() throws IOException {
        for (Library library : libraries) {
            var properties = new Properties();
            properties.load(new StringReader(
                    read(jar, "META-INF/maven/" + library.group() + "/" + library.artifact() + "/pom.properties")));
            assertEquals(library, new Library(properties.getProperty("groupId"), properties.getProperty("artifactId"),
                    properties.getProperty("version")));
        }
    }

    @Test
    void licencesAndNoticesAreCarried() throws IOException {
        var notice = read(jar, "META-INF/NOTICE");
        for (Library library : libraries) {
            try (var original = new JarFile(library.file("jar").toFile())) {
                for (String name : entries(original)) {
                    if (name.matches("META-INF/.*LICENSE.*")) {
                        assertTrue(same(original.getEntry(name), jar.getEntry(name)), library + ": " + name);
                    } else if (name.matches("META-INF/NOTICE.*")) {
                        assertTrue(notice.contains(read(original, name)), library + ": " + name);
                    }
                }
            }
        }
    }

    private static boolean same(ZipEntry original, ZipEntry carried) {
        return carried != null && original.getCrc() == carried.getCrc();
    }

    private static Set<String> entries(JarFile file) {
        return file.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read(JarFile file, String name) throws IOException {
        var entry = file.getEntry(name);
        assertNotNull(entry, file.getName() + " holds no " + name);
        try (InputStream in = file.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static Document parse(InputStream file) throws Exception {
        try (file) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file);
        }
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
