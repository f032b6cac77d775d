/**
 * What earlier runs leave to later ones, in a folder of the user's: that certain inputs compiled without an error to
 * certain files, and what was in the bundles and certificates that they opened. Nothing of it is a password or a key, or
 * was made from one.
 */
package io.github.ipsecmaven.proof;
