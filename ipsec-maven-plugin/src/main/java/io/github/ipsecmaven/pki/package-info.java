/**
 * Opened bundles (PKCS#12) and anchors (PEM) as facts. Nothing here judges: whether a fact is acceptable on a node is
 * a rule's business, and the rules only read what this package says.
 *
 * <p>The structure is read by Bouncy Castle's ASN.1 classes, because the JDK's key store lower-cases names and hides
 * algorithms, iteration counts and attributes; all cryptography is the JDK's.
 */
package io.github.ipsecmaven.pki;
