package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.machine.Answer;

class NftTest {
  private static final String ESTABLISHED =
      "{\"match\": {\"op\": \"in\", \"left\": {\"ct\": {\"key\": \"state\"}}, \"right\":"
          + " \"established\"}}, {\"accept\": null}";
  private static final String SSH =
      "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"tcp\", \"field\":"
          + " \"dport\"}}, \"right\": 22}}";

  @Test
  void missing_is_unknown_when_rules_may_be_loaded_all_the_same() {
    assertEquals(Reason.TOOL_MISSING, reason(Nft.read(new Answer.Missing())));
    var side = new Asked().with(Nft.JSON, new Answer.Missing()).ipv4();
    assertEquals("unknown", Asked.word(side));
    assertTrue(side.why().contains("nft is not there"), side.why());
  }

  @Test
  void firewalld_in_its_public_zone_lets_in_what_that_zone_says() {
    var laptop =
        new Asked()
            .with(Nft.JSON, Captures.said(Captures.FOLDER.resolve("firewalld-nft-json.txt")));
    assertEquals("ports 22/tcp", Asked.word(laptop.ipv4()));
    assertEquals("ports 22/tcp", Asked.word(laptop.ipv6()));
  }

  @Test
  void missing_from_the_kernel_too_is_no_rules() {
    var laptop =
        new Asked()
            .with(Nft.JSON, new Answer.Missing())
            .with(Rules.MODULES, "ip_tables 36864 1 - Live 0x0\nx_tables 65536 3 - Live 0x0\n");
    assertEquals("open", Asked.word(laptop.ipv4()));
    laptop.with(Rules.MODULES, "nf_tables 364544 9 - Live 0x0\nx_tables 65536 3 - Live 0x0\n");
    assertEquals("unknown", Asked.word(laptop.ipv4()));
  }

  @Test
  void denied_needs_privilege_and_hints_at_what_anybody_may_read() {
    var said =
        new Answer.Said(
            1,
            Captures.text(Captures.FOLDER.resolve("unprivileged-nft.txt")),
            Captures.text(Captures.FOLDER.resolve("unprivileged-nft.stderr.txt"))
                + "netlink: Error: cache initialization failed: Operation not permitted\n");
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(Nft.read(said)));
    assertEquals(Reason.NEEDS_PRIVILEGE, reason(Nft.read(new Answer.Denied())));
    var unknown =
        (Unknown<?>)
            new Asked()
                .with(Nft.JSON, said)
                .with(Hint.UFW, "# /etc/ufw/ufw.conf\nENABLED=yes\nLOGLEVEL=low\n")
                .with(Hint.SERVICES, new Answer.Said(3, "active\ninactive\ninactive\n"))
                .reading();
    assertEquals(Reason.NEEDS_PRIVILEGE, unknown.reason());
    assertEquals(
        "nft: operation not permitted; ufw.conf says ENABLED=yes; the service ufw is active (which"
            + " does not say what it lets in)",
        unknown.detail());
  }

  @Test
  void not_understood_is_unknown() {
    for (String text :
        new String[] {
          "",
          "table inet f {",
          "{}",
          "[]",
          "{\"nftables\": 3}",
          "{\"nftables\": [7]}",
          "{\"nftables\": [{\"table\": {\"family\": \"inet\"}}]}",
          "{\"nftables\": [{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\":"
              + " \"i\"}}]}",
          "{\"nftables\": [{\"metainfo\": {}}",
          "\u0000\uFFFD"
        }) {
      assertEquals(Reason.NOT_UNDERSTOOD, reason(Nft.read(new Answer.Said(0, text))), text);
      assertEquals("unknown", Asked.word(new Asked().with(Nft.JSON, text).ipv4()), text);
    }
    assertEquals(
        Reason.NOT_UNDERSTOOD,
        reason(Nft.read(new Answer.Said(1, "", "JSON support not compiled-in"))));
    assertEquals(Reason.NOT_UNDERSTOOD, reason(Nft.read(new Answer.TooLong(8 << 20))));
    assertEquals(Reason.TIMED_OUT, reason(Nft.read(new Answer.TimedOut())));
  }

  @Test
  void ten_megabytes_are_read_or_refused_but_never_a_pass() {
    String rule = "{\"counter\": {\"packets\": 0, \"bytes\": 0}}, " + SSH + ", {\"drop\": null}";
    String many =
        ("{\"rule\": {\"family\": \"inet\", \"table\": \"f\", \"chain\": \"i\", \"expr\": ["
                + rule
                + "]}},")
            .repeat(40_000);
    var laptop =
        new Asked()
            .nft(
                many
                    + "{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"i\","
                    + " \"type\": \"filter\", \"hook\": \"input\", \"prio\": 0, \"policy\":"
                    + " \"accept\"}}");
    assertEquals("open", Asked.word(laptop.ipv4()));
  }

  @Test
  void an_empty_ruleset_lets_everything_in() {
    assertEquals("open", Asked.word(new Asked().ipv4()));
    assertEquals("open", Asked.word(new Asked().ipv6()));
  }

  @Test
  void a_table_whose_flags_are_garbled_may_sleep() {
    String drop =
        "{\"table\": {\"family\": \"inet\", \"name\": \"f\", \"flags\": \"Lester Gooch #5\"}},"
            + " {\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"i\", \"type\":"
            + " \"filter\", \"hook\": \"input\", \"prio\": 0, \"policy\": \"drop\"}}";
    assertEquals("unknown", Asked.word(new Asked().nft(drop).ipv4()));
    assertEquals(
        "open",
        Asked.word(
            new Asked().nft(drop).with(Nft.TEXT, "table inet f {\n\tflags dormant\n\n}\n").ipv4()));
    assertEquals(
        "blocked",
        Asked.word(
            new Asked().nft(drop).with(Nft.TEXT, "table inet f {\n\tflags owner\n\n}\n").ipv4()));
    assertEquals(
        "unknown",
        Asked.word(new Asked().nft(drop).with(Nft.TEXT, "table inet f {\n").ipv4()),
        "a listing that breaks off before the table ends says nothing of it");
    assertEquals(
        "blocked", Asked.word(new Asked().nft(drop.replace("Lester Gooch #5", "owner")).ipv4()));
    assertEquals(
        "open", Asked.word(new Asked().nft(drop.replace("Lester Gooch #5", "dormant")).ipv4()));
  }

  @Test
  void what_is_certain_is_said_beside_what_is_not() {
    String unknown = "{\"match\": {\"op\": \"==\", \"left\": {\"frob\": 1}, \"right\": 2}}";
    assertEquals(
        "unknown 22/tcp",
        Asked.word(
            new Asked()
                .input(
                    "drop",
                    ESTABLISHED,
                    SSH + ", {\"accept\": null}",
                    unknown + ", {\"accept\": null}")
                .ipv4()));
    assertEquals(
        "blocked",
        Asked.word(new Asked().input("drop", ESTABLISHED, unknown + ", {\"drop\": null}").ipv4()),
        "both answers lead to the same end");
    assertEquals(
        "open", Asked.word(new Asked().input("accept", unknown + ", {\"accept\": null}").ipv4()));
    assertEquals(
        "unknown", Asked.word(new Asked().input("accept", unknown + ", {\"drop\": null}").ipv4()));
  }

  @Test
  void the_same_unknown_has_one_answer() {
    String is = "{\"match\": {\"op\": \"==\", \"left\": {\"frob\": 1}, \"right\": 2}}";
    String isNot = "{\"match\": {\"op\": \"!=\", \"left\": {\"frob\": 1}, \"right\": 2}}";
    assertEquals(
        "open",
        Asked.word(
            new Asked()
                .input(
                    "drop",
                    ESTABLISHED,
                    is + ", {\"accept\": null}",
                    isNot + ", {\"accept\": null}")
                .ipv4()));
    assertEquals(
        "blocked",
        Asked.word(
            new Asked()
                .input("accept", is + ", {\"drop\": null}", isNot + ", {\"drop\": null}")
                .ipv4()));
  }

  @Test
  void statements_and_places_that_are_not_known_are_not_guessed() {
    assertEquals("unknown", Asked.word(new Asked().input("accept", "{\"frobnicate\": {}}").ipv4()));
    assertEquals("unknown", Asked.word(new Asked().input("perhaps").ipv4()));
    assertEquals(
        "unknown",
        Asked.word(new Asked().input("accept", "{\"jump\": {\"target\": \"nowhere\"}}").ipv4()));
    String odd =
        "{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"i\", \"type\":"
            + " \"filter\", \"hook\": \"sideways\", \"prio\": 0, \"policy\": \"accept\"}}";
    assertEquals("unknown", Asked.word(new Asked().nft(odd).ipv4()));
  }

  @Test
  void chains_that_call_each_other_for_ever_are_not_followed_for_ever() {
    assertEquals(
        "unknown",
        Asked.word(new Asked().input("accept", "{\"jump\": {\"target\": \"i\"}}").ipv4()));
    assertEquals(
        "unknown",
        Asked.word(new Asked().input("accept", "{\"goto\": {\"target\": \"i\"}}").ipv4()));
  }

  @Test
  void priorities_may_be_words() {
    String chain =
        "{\"chain\": {\"family\": \"inet\", \"table\": \"f\", \"name\": \"i\", \"type\":"
            + " \"filter\", \"hook\": \"input\", \"prio\": \"filter - 10\", \"policy\": \"drop\"}}";
    assertEquals("blocked", Asked.word(new Asked().nft(chain).ipv4()));
    assertEquals(
        "unknown", Asked.word(new Asked().nft(chain.replace("filter - 10", "soon")).ipv4()));
  }

  @Test
  void a_queue_without_a_program_drops_or_lets_by() {
    var drop = new Asked().input("accept", "{\"queue\": {\"num\": 3}}");
    assertEquals("blocked", Asked.word(drop.ipv4()));
    assertEquals(
        "unknown",
        Asked.word(drop.with(Rules.QUEUES, "    3  12345     0 2 65531     0\n").ipv4()));
    assertEquals("unknown", Asked.word(drop.with(Rules.QUEUES, new Answer.Denied()).ipv4()));
    var bypass = new Asked().input("drop", "{\"queue\": {\"num\": 3, \"flags\": [\"bypass\"]}}");
    assertEquals("open", Asked.word(bypass.ipv4()));
  }

  @Test
  void rules_of_iptables_are_unknown_where_only_their_names_are_printed() {
    String table =
        "{\"table\": {\"family\": \"ip\", \"name\": \"filter\"}}, {\"chain\": {\"family\": \"ip\","
            + " \"table\": \"filter\", \"name\": \"INPUT\", \"type\": \"filter\", \"hook\":"
            + " \"input\", \"prio\": 0, \"policy\": \"accept\"}}, {\"rule\": {\"family\": \"ip\","
            + " \"table\": \"filter\", \"chain\": \"INPUT\", \"expr\": [{\"xt\": {\"type\":"
            + " \"match\", \"name\": \"multiport\"}}, {\"xt\": {\"type\": \"target\", \"name\":"
            + " \"REJECT\"}}]}}";
    var laptop = new Asked().nft(table);
    assertEquals("unknown", Asked.word(laptop.ipv4()));
    assertEquals("open", Asked.word(laptop.ipv6()));
    String saved =
        "# Generated by iptables-nft-save v1.8.9 (nf_tables)\n"
            + "*filter\n"
            + ":INPUT ACCEPT [0:0]\n"
            + "-A INPUT -m multiport ! --dports 22,80 -j REJECT --reject-with"
            + " icmp-port-unreachable\n";
    assertEquals(
        "unknown",
        Asked.word(laptop.with(IptablesSave.NFT4, saved.replace("-A", "#") + "COMMIT\n").ipv4()),
        "a listing with fewer rules than there are is not taken");
    assertEquals(
        "unknown", Asked.word(laptop.with(IptablesSave.NFT4, saved).ipv4()), "it breaks off");
    assertEquals(
        "ports 22/tcp 80/tcp 22/udp 80/udp",
        Asked.word(laptop.with(IptablesSave.NFT4, saved + "COMMIT\n# Completed\n").ipv4()));
  }

  private static Reason reason(Reading<?> reading) {
    return assertInstanceOf(Unknown.class, reading).reason();
  }
}
