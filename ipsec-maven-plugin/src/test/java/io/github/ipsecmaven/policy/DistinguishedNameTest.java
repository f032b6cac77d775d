package io.github.ipsecmaven.policy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DistinguishedNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"CN=nas", "C=US, O=Example, CN=nas", "O=Example,,Inc,CN=nas", "O=Example\\,Inc,CN=nas",
        "O=a\\/b,CN=nas", "O=Acme/CN=nas", "O=#0c03612f62,CN=nas", "serialNumber=7,cn=nas", "CN=a=b", "CN=*"})
    void everyPartHasATypeAndAValue(String text) {
        assertTrue(DistinguishedName.isOne(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nas", "CN=", "=nas", "CN=nas,", ",CN=nas", "CN=nas,example", "@CN=nas",
        "2.5.4.3=nas", "street=Main Street 1,CN=nas", "O=a/b,CN=nas", "/O=Acme/CN=nas", "O=#0c,CN=nas", "CN=#zz"})
    void anythingElseIsNone(String text) {
        assertFalse(DistinguishedName.isOne(text));
    }
}
