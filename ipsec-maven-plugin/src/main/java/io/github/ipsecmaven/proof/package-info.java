/**
 * What earlier runs have proved, in a folder of the user's: that certain inputs compile without a finding to certain
 * files. A proof never holds what is written into a tree, and nothing that was derived from a password or a key.
 */
package io.github.ipsecmaven.proof;
