package porchlight.machine.windows;

/** The firewall that counts: local settings and policies of the company together. */
final class FirewallPolicy {
  private static final int MOST_RULES = 20_000;
  private static final String INBOUND = "1";

  private FirewallPolicy() {}

  static String ask() throws Refused {
    return Com.apartment(() -> {
      var blocks = new Block();
      try (var policy = Automation.of("HNetCfg.FwPolicy2")) {
        blocks.begin("profiles", policy.text("CurrentProfileTypes"));
        blocks.some("modify", policy.text("LocalPolicyModifyState"));
        for (int profile : new int[] {1, 2, 4}) {
          profile(blocks, policy, profile);
        }
        try (var rules = policy.object("Rules")) {
          rules.each(MOST_RULES, (rule, place) -> rule(blocks, rule, place));
        }
      }
      return blocks.toString();
    });
  }

  private static void profile(Block blocks, Automation policy, int profile) throws Refused {
    try (var which = Variant.of(profile)) {
      blocks
          .begin("profile", profile)
          .put("enabled", policy.text("FirewallEnabled", which))
          .put("inbound", policy.text("DefaultInboundAction", which))
          .put("outbound", policy.text("DefaultOutboundAction", which))
          .put("blockAll", policy.text("BlockAllInboundTraffic", which))
          .put("notificationsDisabled", policy.text("NotificationsDisabled", which))
          .some("excluded", policy.text("ExcludedInterfaces", which));
    }
  }

  private static void rule(Block blocks, Automation rule, int place) throws Refused {
    if (!rule.text("Direction").equals(INBOUND) || !rule.text("Enabled").equals("1")) {
      return;
    }
    String program = rule.text("ApplicationName");
    blocks
        .begin("rule", place)
        .put("action", rule.text("Action"))
        .put("profiles", rule.text("Profiles"))
        .put("protocol", rule.text("Protocol"))
        .some("localPorts", rule.text("LocalPorts"))
        .some("remotePorts", rule.text("RemotePorts"))
        .some("localAddresses", rule.text("LocalAddresses"))
        .some("remoteAddresses", rule.text("RemoteAddresses"))
        .some("interfaceTypes", rule.text("InterfaceTypes"))
        .some("interfaces", rule.text("Interfaces"))
        .some("program", program.substring(program.lastIndexOf('\\') + 1))
        .some("service", rule.text("serviceName"))
        .some("edge", edge(rule))
        .some("icmp", rule.text("IcmpTypesAndCodes"))
        .some("secure", rule.textIfThere("SecureFlags"))
        .some("package", present(rule.textIfThere("LocalAppPackageId")))
        .some(
            "owner",
            present(
                rule.textIfThere("LocalUserOwner") + rule.textIfThere("LocalUserAuthorizedList")))
        .some(
            "callers",
            present(
                rule.textIfThere("RemoteUserAuthorizedList")
                    + rule.textIfThere("RemoteMachineAuthorizedList")));
  }

  private static String edge(Automation rule) throws Refused {
    String options = rule.textIfThere("EdgeTraversalOptions");
    return options.isEmpty() ? rule.text("EdgeTraversal") : options;
  }

  private static String present(String text) {
    return text.isEmpty() ? "" : "1";
  }
}
