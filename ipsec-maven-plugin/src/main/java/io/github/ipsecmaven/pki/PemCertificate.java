package io.github.ipsecmaven.pki;

/**
 * A certificate of a PEM file.
 *
 * @param index its position among the file's certificates, from 0
 * @param line the line of its BEGIN, from 1
 * @param certificate the certificate
 */
public record PemCertificate(int index, int line, Certificate certificate) {}
