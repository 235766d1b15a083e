package porchlight.cli.format;

/**
 * What a tool is given.
 *
 * @param text for standard output, whole lines
 * @param code of the process's end, as that tool reads it
 */
public record Printed(String text, int code) {}
