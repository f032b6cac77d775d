package io.github.ipsecmaven.openshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.ipsecmaven.openshift.Platform.ExternalTraffic;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    @ParameterizedTest
    @EnumSource(Platform.class)
    void aPlatformIsFoundByTheNameThatTheApiGivesIt(Platform platform) {
        assertEquals(Optional.of(platform), Platform.find(platform.apiName()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "baremetal", "Vsphere", "Ovirt", "GCE"})
    void aPlatformIsNotFoundByAnyOtherSpelling(String name) {
        assertEquals(Optional.empty(), Platform.find(name));
    }

    @Test
    void externalTrafficIsSupportedOnTheFourPlatformsOfTheDocumentation() {
        assertEquals(List.of(Platform.BARE_METAL, Platform.GCP, Platform.OPENSTACK, Platform.VSPHERE),
                Platform.supportingExternalTraffic());
    }

    @Test
    void noPlatformIsNeitherSupportedNorUnsupported() {
        assertEquals(ExternalTraffic.UNCLEAR, Platform.NONE.externalTraffic());
    }

    @Test
    void espIsPassedOnlyInUdpOnIbmCloud() {
        assertTrue(Platform.IBM_CLOUD.natTraversalOnly());
        assertFalse(Platform.BARE_METAL.natTraversalOnly());
    }

    @Test
    void onGoogleCloudThePoliciesAreForIpsecOnly() {
        assertTrue(Platform.GCP.nmstateForIpsecOnly());
        assertFalse(Platform.BARE_METAL.nmstateForIpsecOnly());
    }
}
