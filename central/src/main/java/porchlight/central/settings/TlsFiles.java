package porchlight.central.settings;

import java.nio.file.Path;

/**
 * The files of central's own TLS: the chain of certificates, its own first, and the key, in PEM.
 */
public record TlsFiles(Path certificates, Path key) {}
