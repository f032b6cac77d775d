package io.github.ipsecmaven;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the arrows between the packages: which package may know which others. They never point back. */
class ArchitectureTest {

    private static final String ROOT = "io.github.ipsecmaven";

    /** What the goals are made of; it may know all others but the goals. */
    private static final String PIPELINE = "";

    private static final Map<String, Set<String>> KNOWS = new TreeMap<>(Map.ofEntries(
            Map.entry("diagnostic", Set.of()),
            Map.entry("openshift", Set.of()),
            Map.entry("tree", Set.of()),
            Map.entry("yaml", Set.of()),
            Map.entry("proof", Set.of("pki", "tree")),
            Map.entry("spec", Set.of("diagnostic")),
            Map.entry("previous", Set.of("yaml", "diagnostic")),
            Map.entry("forge", Set.of("diagnostic")),
            Map.entry("pki", Set.of("spec", "diagnostic")),
            Map.entry("policy", Set.of("spec", "pki", "previous", "openshift", "diagnostic")),
            Map.entry("manifest", Set.of("spec", "pki", "openshift")),
            Map.entry("limits", Set.of("manifest", "spec", "policy", "diagnostic")),
            Map.entry("diff", Set.of("yaml", "pki", "diagnostic")),
            Map.entry("plan", Set.of("previous", "openshift", "diff")),
            Map.entry("explain", Set.of("spec", "diagnostic")),
            Map.entry("seal", Set.of("yaml", "manifest", "previous", "diagnostic")),
            Map.entry("delivery", Set.of("manifest", "spec", "openshift")),
            Map.entry("review", Set.of(
                    "plan", "previous", "runbook", "manifest", "pki", "spec", "openshift", "tree", "diagnostic")),
            Map.entry("runbook", Set.of("manifest", "pki", "spec", "openshift", "tree", "diagnostic")),
            Map.entry("cluster", Set.of("spec", "openshift", "pki", "proof", "previous", "policy", "manifest", "limits", "seal",
                    "delivery", "review", "runbook", "plan", "tree", "diagnostic")),
            Map.entry("memory", Set.of("cluster", "spec", "pki", "proof", "previous", "policy", "tree", "diagnostic")),
            Map.entry("fleet", Set.of("cluster", "memory", "spec", "proof", "previous", "policy", "manifest", "delivery",
                    "plan", "diff", "seal", "tree", "diagnostic")),
            // Findings to print, and what Fleet says about the output folder.
            Map.entry("mojo", Set.of(PIPELINE, "fleet", "cluster", "diagnostic", "tree", "proof", "explain"))));

    private static JavaClasses classes;

    @BeforeAll
    static void readTheClasses() {
        classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(ROOT);
    }

    static Stream<String> packages() {
        return KNOWS.keySet().stream();
    }

    @Test
    void everyPackageHasItsPlace() {
        Set<String> found = new TreeSet<>();
        classes.forEach(type -> found.add(top(type)));
        found.remove(PIPELINE);
        assertEquals(KNOWS.keySet(), found);
    }

    @ParameterizedTest
    @MethodSource("packages")
    void knowsOnlyWhatItMay(String name) {
        Set<String> known = KNOWS.get(name);
        noClasses().that().resideInAPackage(within(name))
                .should().dependOnClassesThat(resideInAPackage(ROOT + "..").and(new DescribedPredicate<>("others") {
                    @Override
                    public boolean test(JavaClass other) {
                        return !top(other).equals(name) && !known.contains(top(other));
                    }
                }))
                .as(name + " knows only " + known)
                .check(classes);
    }

    @Test
    void nothingKnowsTheGoals() {
        noClasses().that().resideOutsideOfPackage(within("mojo"))
                .should().dependOnClassesThat().resideInAPackage(within("mojo"))
                .check(classes);
    }

    @Test
    void onlyTheGoalsKnowMaven() {
        noClasses().that().resideOutsideOfPackage(within("mojo"))
                .should().dependOnClassesThat().resideInAPackage("org.apache.maven..")
                .check(classes);
    }

    @Test
    void thePackagesFormNoCycle() {
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(classes);
    }

    @Test
    void noFamilyOfRulesKnowsAnother() {
        slices().matching(ROOT + ".policy.(*)").should().notDependOnEachOther().check(classes);
    }

    @Test
    void eachLibraryHasItsReaders() {
        noClasses().that(not(resideInAnyPackage(within("pki"), within("forge"), within("runbook.remote"))))
                .should().dependOnClassesThat().resideInAPackage("org.bouncycastle..")
                .check(classes);
        noClasses().that(not(resideInAPackage(within("spec"))))
                .should().dependOnClassesThat().resideInAPackage("com.networknt..")
                .check(classes);
        noClasses().that(not(resideInAnyPackage(within("spec"), within("explain"), within("diagnostic.report"),
                        within("review.plan"))))
                .should().dependOnClassesThat().resideInAPackage("com.fasterxml..")
                .check(classes);
        noClasses().that(not(resideInAnyPackage(within("seal"), within("policy.secret"))))
                .should().dependOnClassesThat().resideInAPackage("com.exceptionfactory..")
                .check(classes);
        noClasses().that(not(resideInAnyPackage(within("spec"), within("yaml"))))
                .should().dependOnClassesThat().resideInAPackage("org.yaml..")
                .check(classes);
    }

    private static String within(String name) {
        return ROOT + "." + name + "..";
    }

    /** The first package below the root; {@link #PIPELINE} for the root itself. */
    private static String top(JavaClass type) {
        String below = type.getPackageName().substring(ROOT.length());
        return below.isEmpty() ? PIPELINE : below.substring(1).split("\\.")[0];
    }
}
