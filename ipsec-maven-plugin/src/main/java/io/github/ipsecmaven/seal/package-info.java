/**
 * Objects with key material, encrypted as SOPS documents for age recipients, so that they can lie in Git. A file that was
 * encrypted before stays as it is, byte for byte, as long as what is in it does.
 *
 * @see <a href="https://getsops.io/docs/">SOPS, documentation</a>
 * @see <a href="https://age-encryption.org/v1">age, format specification</a>
 */
package io.github.ipsecmaven.seal;
