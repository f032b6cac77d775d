package io.github.ipsecmaven.diagnostic.report;

import io.github.ipsecmaven.diagnostic.CodeFrame;
import io.github.ipsecmaven.diagnostic.Diagnostic;
import io.github.ipsecmaven.diagnostic.FindingInfo;
import io.github.ipsecmaven.diagnostic.Suppression;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The findings as tests: a suite for each file, in it a test for each rule, so that a CI server can tell a finding that
 * is new from one that was there. A test fails where the finding fails the run; what only informs is its output, and
 * what somebody accepted skips it.
 *
 * @see <a href="https://maven.apache.org/surefire/maven-surefire-plugin/xsd/surefire-test-report.xsd">Surefire's schema</a>
 */
final class JunitReport {

    private final Report report;
    private final XMLStreamWriter xml;

    private JunitReport(Report report, XMLStreamWriter xml) {
        this.report = report;
        this.xml = xml;
    }

    static String of(Report report) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JunitReport(report, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return text.toString();
    }

    /** What is known of a rule in a file. */
    private record Test(FindingInfo info, List<Diagnostic> findings, List<Suppression> accepted, boolean fails) {

        boolean skipped() {
            return !fails && !accepted.isEmpty();
        }
    }

    private void write() throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line(0);
        xml.writeStartElement("testsuites");
        for (Path file : files()) {
            writeSuite(report.pathOf(file), tests(file));
        }
        line(0);
        xml.writeEndElement();
        xml.writeEndDocument();
        line(0);
    }

    /** The specs, and whatever else something was found in: a fleet's defaults. */
    private TreeSet<Path> files() {
        TreeSet<Path> files = new TreeSet<>(report.specs());
        report.diagnostics().all().forEach(finding -> files.add(fileOf(finding)));
        report.diagnostics().suppressions().forEach(accepted -> files.add(fileOf(accepted.diagnostic())));
        return files;
    }

    private List<Test> tests(Path file) {
        List<Test> tests = new ArrayList<>();
        for (FindingInfo info : report.catalogue()) {
            List<Diagnostic> findings = report.diagnostics().all().stream()
                    .filter(finding -> isOf(finding, info, file)).toList();
            List<Suppression> accepted = report.diagnostics().suppressions().stream()
                    .filter(suppression -> isOf(suppression.diagnostic(), info, file)).toList();
            boolean fails = findings.stream().anyMatch(finding -> report.failOn().includes(finding.severity()));
            if (report.specs().contains(file) || !findings.isEmpty() || !accepted.isEmpty()) {
                tests.add(new Test(info, findings, accepted, fails));
            }
        }
        return tests;
    }

    private void writeSuite(String file, List<Test> tests) throws XMLStreamException {
        line(1);
        xml.writeStartElement("testsuite");
        attribute("name", file);
        attribute("tests", String.valueOf(tests.size()));
        attribute("failures", String.valueOf(tests.stream().filter(Test::fails).count()));
        attribute("errors", "0");
        attribute("skipped", String.valueOf(tests.stream().filter(Test::skipped).count()));
        attribute("time", "0");
        for (Test test : tests) {
            writeTest(file, test);
        }
        line(1);
        xml.writeEndElement();
    }

    private void writeTest(String file, Test test) throws XMLStreamException {
        line(2);
        xml.writeStartElement("testcase");
        attribute("name", test.info().id() + " " + test.info().title());
        attribute("classname", file);
        attribute("time", "0");
        if (test.fails()) {
            xml.writeStartElement("failure");
            attribute("message", test.findings().get(0).message());
            attribute("type", test.info().id());
            characters(frames(test.findings()));
            xml.writeEndElement();
        } else if (test.skipped()) {
            xml.writeEmptyElement("skipped");
            attribute("message", test.accepted().stream().map(Suppression::reason).distinct()
                    .collect(Collectors.joining("; ")));
        }
        if (!test.fails() && !test.findings().isEmpty()) {
            xml.writeStartElement("system-out");
            characters(frames(test.findings()));
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static String frames(List<Diagnostic> findings) {
        return findings.stream().map(CodeFrame::of).collect(Collectors.joining("\n\n", "\n", "\n"));
    }

    private static boolean isOf(Diagnostic finding, FindingInfo info, Path file) {
        return finding.rule().equals(info.id()) && fileOf(finding).equals(file);
    }

    private static Path fileOf(Diagnostic finding) {
        return finding.position().source().file();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, xmlText(value));
    }

    private void characters(String text) throws XMLStreamException {
        xml.writeCharacters(xmlText(text));
    }

    /** XML 1.0 has no way to write most control characters, nor half a character. */
    private static String xmlText(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(c -> clean.appendCodePoint(isXml(c) ? c : '\uFFFD'));
        return clean.toString();
    }

    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    private void line(int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
