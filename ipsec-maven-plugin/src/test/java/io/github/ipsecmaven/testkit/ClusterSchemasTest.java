package io.github.ipsecmaven.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterSchemasTest {

    private static final ClusterSchemas SCHEMAS = ClusterSchemas.load();

    private static final String NETWORK = """
            apiVersion: operator.openshift.io/v1
            kind: Network
            metadata:
              name: cluster
            spec:
              defaultNetwork:
                ovnKubernetesConfig:
                  ipsecConfig:
                    mode: Full
                    full:
                      encapsulation: Always
                  gatewayConfig:
                    routingViaHost: true
            """;

    private static final String POLICY = """
            apiVersion: nmstate.io/v1
            kind: NodeNetworkConfigurationPolicy
            metadata:
              name: ipsec-config
            spec:
              nodeSelector:
                kubernetes.io/hostname: worker-0
              maxUnavailable: 1
              desiredState:
                interfaces:
                - name: nas
                  type: ipsec
                  libreswan:
                    left: worker-0.example.com
            """;

    private static final String MACHINE_CONFIG = """
            apiVersion: machineconfiguration.openshift.io/v1
            kind: MachineConfig
            metadata:
              name: 99-worker-import-certs
              labels:
                machineconfiguration.openshift.io/role: worker
            spec:
              config:
                ignition:
                  version: 3.2.0
            """;

    private static final String MACHINE_CONFIGURATION = """
            apiVersion: operator.openshift.io/v1
            kind: MachineConfiguration
            metadata:
              name: cluster
            spec:
              nodeDisruptionPolicy:
                files:
                - path: /etc/pki/certs/ca.pem
                  actions:
                  - type: Restart
                    restart:
                      serviceName: ipsec-import.service
            """;

    private static final String SUBSCRIPTION = """
            apiVersion: operators.coreos.com/v1alpha1
            kind: Subscription
            metadata:
              name: kubernetes-nmstate-operator
              namespace: openshift-nmstate
            spec:
              channel: stable
              name: kubernetes-nmstate-operator
              source: redhat-operators
              sourceNamespace: openshift-marketplace
              installPlanApproval: Automatic
            """;

    private static final String KUSTOMIZATION = """
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources:
            - 00-prepare
            """;

    @ParameterizedTest
    @ValueSource(strings = {NETWORK, POLICY, MACHINE_CONFIG, MACHINE_CONFIGURATION, SUBSCRIPTION, KUSTOMIZATION,
        """
        apiVersion: machineconfiguration.openshift.io/v1
        kind: MachineConfigPool
        metadata: {name: storage}
        spec:
          machineConfigSelector:
            matchExpressions:
            - {key: machineconfiguration.openshift.io/role, operator: In, values: [worker, storage]}
          maxUnavailable: 10%
        """,
        """
        apiVersion: nmstate.io/v1
        kind: NMState
        metadata: {name: nmstate}
        """,
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: openshift-nmstate, labels: {openshift.io/cluster-monitoring: "true"}}
        """,
        """
        apiVersion: operators.coreos.com/v1
        kind: OperatorGroup
        metadata: {name: openshift-nmstate, namespace: openshift-nmstate}
        spec: {targetNamespaces: [openshift-nmstate]}
        """})
    void whatTheProcedureAppliesIsAccepted(String object) {
        assertEquals(List.of(), SCHEMAS.problems(Yaml.parse(object)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            spec:                   | surprise: 1\\nspec:                |
            name: cluster           | name: cluster\\n  surprise: 1    | /metadata
            defaultNetwork:         | surprise: 1\\n  defaultNetwork:  | /spec
            ovnKubernetesConfig:    | surprise: 1\\n    ovnKubernetesConfig: | /spec/defaultNetwork
            mode: Full              | mode: Full\\n        surprise: 1 | /ovnKubernetesConfig/ipsecConfig
            encapsulation: Always   | surprise: 1                      | /ovnKubernetesConfig/ipsecConfig/full
            routingViaHost: true    | surprise: 1                      | /ovnKubernetesConfig/gatewayConfig
            """)
    void anUnknownKeyIsRefusedAtEveryLevelOfANetwork(String line, String replacement, String pointer) {
        refused(NETWORK, line, replacement.translateEscapes(), (pointer == null ? "" : pointer) + ": ", "surprise");
    }

    @Test
    void anUnknownKeyOfAPolicyIsRefusedButNotInItsDesiredState() {
        refused(POLICY, "maxUnavailable", "maxUnavailabel", "/spec: ", "maxUnavailabel");
        refused(POLICY, "metadata:", "metadata:\n  resourceVersion: '1'", "/metadata: ", "resourceVersion");
        assertEquals(List.of(), SCHEMAS.problems(Yaml.parse(POLICY.replace("libreswan", "surprise"))));
    }

    @Test
    void anUnknownKeyOfADerivedSchemaIsRefused() {
        refused(KUSTOMIZATION, "resources", "namespace: here\nresources", ": ", "namespace");
        refused(SUBSCRIPTION, "channel", "chanel", "/spec: ", "chanel");
    }

    @Test
    void aWrongEnumIsRefused() {
        refused(NETWORK, "mode: Full", "mode: full", "ipsecConfig/mode: ", "enum");
        refused(NETWORK, "Always", "Never", "/full/encapsulation: ", "enum");
        refused(SUBSCRIPTION, "Automatic", "Auto", "/spec/installPlanApproval: ", "enum");
    }

    @Test
    void aWrongTypeIsRefused() {
        refused(NETWORK, "routingViaHost: true", "routingViaHost: 'true'", "/routingViaHost: ", "boolean");
        refused(POLICY, "maxUnavailable: 1", "maxUnavailable: [1]", "/spec/maxUnavailable: ", "integer");
        refused(POLICY, "hostname: worker-0", "hostname: 1", "/spec/nodeSelector/kubernetes.io", "string");
    }

    @Test
    void aMissingKeyIsRefused() {
        refused(SUBSCRIPTION, "  source: redhat-operators\n", "", "/spec: ", "source");
        refused(SUBSCRIPTION, "  namespace: openshift-nmstate\n", "", "/metadata: ", "namespace");
        refused(NETWORK, "metadata:\n  name: cluster\n", "", ": ", "metadata");
    }

    @Test
    void anObjectOfTheWholeClusterHasNoNamespace() {
        refused(POLICY, "metadata:", "metadata:\n  namespace: openshift-nmstate", "/metadata: ", "namespace");
    }

    @Test
    void namesAndLabelsAreThoseOfTheApi() {
        refused(POLICY, "name: ipsec-config", "name: Ipsec_Config", "/metadata/name: ", "pattern");
        refused(MACHINE_CONFIG, "role: worker", "role: 'no spaces'", "/metadata/labels/machineconfig", "pattern");
    }

    @Test
    void emptyFullIsRefused() {
        refused(NETWORK, "full:\n          encapsulation: Always", "full: {}", "/ipsecConfig/full: ", "at least 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"External", "Disabled"})
    void fullBelongsToModeFullOnly(String mode) {
        refused(NETWORK, "mode: Full", "mode: " + mode, "/ipsecConfig: ", "full is forbidden when mode is not Full");
    }

    @Test
    void aServiceIsNamedByTheActionsThatNeedIt() {
        refused(MACHINE_CONFIGURATION, "type: Restart", "type: Reload", "/files/0: ", "Reload names its service");
        refused(MACHINE_CONFIGURATION, "  - type: Restart", "  - type: None\n      - type: Restart",
                "/files/0: ", "None action can only be specified standalone");
    }

    @Test
    void aKindWithoutSchemaIsAProblem() {
        refused(NETWORK, "operator.openshift.io/v1", "config.openshift.io/v1", "no schema is known for ", "Network");
        assertEquals(1, SCHEMAS.problems(Map.of()).size());
    }

    @Test
    void aWordThatTheConversionLacksIsNotLost() {
        var schema = Yaml.parse("{type: object, properties: {a: {type: object, oneOf: []}}}");
        var lacking = assertThrows(IllegalArgumentException.class, () -> CrdSchema.closed(schema, false));
        assertTrue(lacking.getMessage().contains("'oneOf'"), lacking.getMessage());
    }

    @Test
    void aNullableValueMayBeNullAndNoOtherMay() {
        assertEquals(List.of(), SCHEMAS.problems(Yaml.parse(MACHINE_CONFIG + "  kernelArguments: null\n")));
        refused(POLICY, "maxUnavailable: 1", "maxUnavailable: null", "/spec/maxUnavailable: ", "integer");
        refused(NETWORK, "routingViaHost: true", "routingViaHost: null", "/gatewayConfig/routingViaHost: ", "boolean");
    }

    private static void refused(String object, String text, String replacement, String pointer, String said) {
        assertTrue(object.contains(text), "the sample no longer holds " + text);
        List<String> problems = SCHEMAS.problems(Yaml.parse(object.replace(text, replacement)));
        assertTrue(problems.stream().anyMatch(problem -> problem.contains(pointer) && problem.contains(said)),
                () -> "expected " + pointer + said + " in " + problems);
    }
}
