package porchlight.gather.linux.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.machine.Answer;

class NftBytecodeTest {
  /** As nft 1.0.6 lists {@code tcp dport 22 reject with tcp reset}, about whichever family. */
  private static final String LISTED =
      """
      {"nftables": [
        {"table": {"family": "inet", "name": "f", "handle": 1}},
        {"chain": {"family": "inet", "table": "f", "name": "i", "handle": 1, "type": "filter",
          "hook": "input", "prio": 0, "policy": "accept"}},
        {"rule": {"family": "inet", "table": "f", "chain": "i", "handle": 4, "expr": [
          {"match": {"op": "==", "left": {"meta": {"key": "l4proto"}}, "right": "tcp"}},
          {"reject": {"type": "tcp reset"}}]}},
        {"rule": {"family": "inet", "table": "f", "chain": "i", "handle": 5, "expr": [
          {"match": {"op": "==", "left": {"meta": {"key": "l4proto"}}, "right": "udp"}},
          {"drop": null}]}}]}
      """;

  private static final String ABOUT_IPV4 =
      """
      inet f i 4
        [ meta load nfproto => reg 1 ]
        [ cmp eq reg 1 0x00000002 ]
        [ meta load l4proto => reg 1 ]
        [ cmp eq reg 1 0x00000006 ]
        [ reject type 1 code 0 ]

      inet f i 5 4
        [ meta load l4proto => reg 1 ]
        [ cmp eq reg 1 0x00000011 ]
        [ immediate reg 0 drop ]

      """;

  @Test
  void a_reset_of_one_family_leaves_the_other_open() {
    var laptop = new Asked().with(Nft.JSON, LISTED).with(NftBytecode.LISTING, ABOUT_IPV4);
    assertEquals("blocked", Asked.word(laptop.ipv4()));
    assertEquals("open", Asked.word(laptop.ipv6()));
  }

  @Test
  void a_reset_of_both_families_shuts_both() {
    String both =
        ABOUT_IPV4.replace("  [ meta load nfproto => reg 1 ]\n  [ cmp eq reg 1 0x00000002 ]\n", "");
    var laptop = new Asked().with(Nft.JSON, LISTED).with(NftBytecode.LISTING, both);
    assertEquals("blocked", Asked.word(laptop.ipv4()));
    assertEquals("blocked", Asked.word(laptop.ipv6()));
  }

  @Test
  void missing_denied_and_not_understood_leave_it_unknown() {
    for (Answer answer :
        new Answer[] {
          new Answer.Missing(),
          new Answer.Denied(),
          new Answer.Said(1, "", "netlink: Error: Operation not permitted\n"),
          new Answer.Said(0, ""),
          new Answer.Said(0, ABOUT_IPV4.replace("inet f i 4", "inet f i 44")),
          new Answer.Said(0, ABOUT_IPV4.replace("cmp eq reg 1 0x00000002", "cmp neq reg 1 0x02")),
          new Answer.Said(0, ABOUT_IPV4.replace("0x00000002", "0x00000007")),
          new Answer.Said(0, "inet f i 4\n  [ meta load nfproto => reg 1 ]\n  [ cmp eq reg\n")
        }) {
      var laptop = new Asked().with(Nft.JSON, LISTED).with(NftBytecode.LISTING, answer);
      assertEquals("unknown", Asked.word(laptop.ipv4()), answer.toString());
      assertEquals("unknown", Asked.word(laptop.ipv6()), answer.toString());
    }
  }

  @Test
  void a_listing_that_was_refused_is_unknown_and_one_that_was_read_says_what_each_rule_is_about() {
    assertInstanceOf(Unknown.class, NftBytecode.read(new Answer.Missing()));
    assertInstanceOf(Unknown.class, NftBytecode.read(new Answer.Denied()));
    var table = new NftTable("inet", "f");
    var read = (Known<NftBytecode>) NftBytecode.read(new Answer.Said(0, ABOUT_IPV4));
    assertEquals(Optional.of(Ranges.just(2)), read.value().families(table, "i", 4));
    assertEquals(
        Optional.of(Ranges.just(2).or(Ranges.just(10))), read.value().families(table, "i", 5));
    assertEquals(Optional.empty(), read.value().families(table, "i", 6));
  }
}
