package porchlight.central.remarks;

/** What is worth knowing about a check, wherever it is made; it names nobody. */
public record Advice(String check, String words) {}
