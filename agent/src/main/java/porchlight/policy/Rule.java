package porchlight.policy;

import porchlight.checks.Check;

/** One check of a policy, and how much it matters. */
public record Rule(Severity severity, Check check) {}
