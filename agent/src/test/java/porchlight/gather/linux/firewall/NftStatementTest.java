package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Rules made by hand, whose parts ask more of a packet than they seem to. */
class NftStatementTest {
  @Test
  void what_a_tunnel_carries_is_not_the_packet_itself() {
    String drop =
        "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"tunnel\": \"%s\","
            + " \"protocol\": \"ip\", \"field\": \"saddr\"}}, \"right\": {\"prefix\": {\"addr\":"
            + " \"0.0.0.0\", \"len\": 0}}}}, {\"drop\": null}";
    for (String tunnel : new String[] {"vxlan", "geneve", "gre", "gretap"}) {
      assertEquals(
          "open", Asked.word(new Asked().input("accept", drop.formatted(tunnel)).ipv4()), tunnel);
    }
    assertEquals("unknown", Asked.word(new Asked().input("accept", drop.formatted("frob")).ipv4()));
  }

  @Test
  void a_packet_that_a_map_has_nothing_for_is_done_with_the_rule() {
    String map =
        "{\"counter\": {\"map\": {\"key\": {\"payload\": {\"protocol\": \"ip\", \"field\":"
            + " \"saddr\"}}, \"data\": \"@known\"}}}";
    assertEquals(
        "unknown", Asked.word(new Asked().input("accept", map + ", {\"drop\": null}").ipv4()));
    String add =
        "{\"map\": {\"op\": \"add\", \"elem\": {\"payload\": {\"protocol\": \"ip\", \"field\":"
            + " \"saddr\"}}, \"data\": 1, \"map\": \"@known\"}}";
    assertEquals(
        "blocked", Asked.word(new Asked().input("accept", add + ", {\"drop\": null}").ipv4()));
  }

  @Test
  void what_is_changed_is_changed_in_packets_that_have_it_only() {
    String hops =
        "{\"mangle\": {\"key\": {\"payload\": {\"protocol\": \"ip6\", \"field\": \"hoplimit\"}},"
            + " \"value\": 64}}, {\"drop\": null}";
    assertEquals("open", Asked.word(new Asked().input("accept", hops).ipv4()));
    assertEquals("blocked", Asked.word(new Asked().input("accept", hops).ipv6()));
  }

  @Test
  void what_nft_before_1_0_6_does_not_show_of_iptables_may_be_a_target() {
    String unseen = "{\"xt\": null}";
    assertEquals("unknown", Asked.word(new Asked().input("accept", unseen).ipv4()));
    assertEquals(
        "unknown", Asked.word(new Asked().input("accept", unseen + ", {\"drop\": null}").ipv4()));
    String match = "{\"xt\": {\"type\": \"match\", \"name\": \"comment\"}}";
    assertEquals("open", Asked.word(new Asked().input("accept", match).ipv4()));
  }

  @Test
  void two_matches_of_iptables_that_look_alike_need_not_be_the_same() {
    String ports = "{\"xt\": {\"type\": \"match\", \"name\": \"multiport\"}}, ";
    assertEquals(
        "unknown",
        Asked.word(
            new Asked()
                .input("drop", ports + "{\"drop\": null}", ports + "{\"accept\": null}")
                .ipv4()));
  }

  @Test
  void two_long_questions_that_begin_alike_need_not_be_the_same() {
    String match =
        "{\"match\": {\"op\": \"==\", \"left\": {\"concat\": [{\"meta\": {\"key\": \"cgroup\"}}, {\"meta\":"
            + " {\"key\": \"ibrname\"}}, {\"meta\": {\"key\": \"%s\"}}]}, \"right\": \"@known\"}}, ";
    assertEquals(
        "unknown",
        Asked.word(
            new Asked()
                .input(
                    "drop",
                    match.formatted("ibrpvid") + "{\"drop\": null}",
                    match.formatted("ibrvproto") + "{\"accept\": null}")
                .ipv4()));
  }

  private static String listed(String field, String verdict) {
    return "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip\", \"field\": \""
        + field
        + "\"}}, \"right\": \"@unseen\"}}, {\""
        + verdict
        + "\": null}";
  }

  @Test
  void who_sends_may_be_in_an_unknown_set_and_who_receives_may_not() {
    assertEquals(
        "unknown",
        Asked.word(
            new Asked().input("drop", listed("saddr", "drop"), listed("daddr", "accept")).ipv4()));
    assertEquals(
        "blocked",
        Asked.word(
            new Asked().input("drop", listed("saddr", "drop"), listed("saddr", "drop")).ipv4()));
  }

  @Test
  void sets_of_one_name_in_two_tables_are_two() {
    String table =
        "{\"table\": {\"family\": \"inet\", \"name\": \"%1$s\", \"handle\": 1}}, {\"chain\":"
            + " {\"family\": \"inet\", \"table\": \"%1$s\", \"name\": \"i\", \"type\": \"filter\","
            + " \"hook\": \"input\", \"prio\": %2$s, \"policy\": \"%3$s\"}}, {\"rule\": {\"family\":"
            + " \"inet\", \"table\": \"%1$s\", \"chain\": \"i\", \"expr\": [%4$s]}}";
    String both =
        table.formatted("a", "0", "drop", listed("saddr", "accept"))
            + ", "
            + table.formatted("b", "1", "accept", listed("saddr", "drop"));
    assertEquals("unknown", Asked.word(new Asked().nft(both).ipv4()));
  }

  @Test
  void a_label_or_a_zone_does_not_change_whether_a_packet_is_let_in() {
    for (String key :
        new String[] {"{\"meta\": {\"key\": \"secmark\"}}", "{\"ct\": {\"key\": \"zone\"}}"}) {
      String rule = "{\"mangle\": {\"key\": " + key + ", \"value\": 5}}";
      assertEquals("open", Asked.word(new Asked().input("accept", rule).ipv4()), key);
      assertEquals("blocked", Asked.word(new Asked().input("drop", rule).ipv4()), key);
    }
  }

  @Test
  void classes_of_service_have_names() {
    String drop =
        "{\"match\": {\"op\": \"==\", \"left\": {\"payload\": {\"protocol\": \"ip\", \"field\":"
            + " \"dscp\"}}, \"right\": \"%s\"}}, {\"drop\": null}";
    for (String name : new String[] {"cs1", "af41", "ef"}) {
      String word = Asked.word(new Asked().input("accept", drop.formatted(name)).ipv4());
      assertEquals("open", word, name);
    }
    assertEquals("unknown", Asked.word(new Asked().input("accept", drop.formatted("af99")).ipv4()));
  }
}
