package porchlight.gather.linux.patches;

/**
 * A package of which a repository has a newer version, whatever for.
 *
 * @param name with its architecture where the tool says it: {@code bash.x86_64}
 */
record Update(String name, String available, String repository) {}
