package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.SampleFacts;
import porchlight.facts.Unseen;

class ProxyTest {
  private static final Way OURS = new Way.Fixed("proxy.example.com", 3128);
  private static final Way OTHER = new Way.Fixed("192.0.2.7", 0);
  private static final Way HERE = new Way.Fixed("127.0.0.1", 8080);
  private static final Way WPAD = new Way.Discovered();

  private static Verdict judge(List<String> allowed, List<Setting> settings, Unseen... unseen) {
    var proxy = new porchlight.facts.Proxy(settings, List.of(unseen).stream().findFirst());
    return new Proxy(allowed).judge(new SampleFacts().proxy(Reading.known(proxy)).build());
  }

  private static Verdict judge(Way way, String... allowed) {
    return judge(List.of(allowed), List.of(new Setting("GNOME", "ann", way)));
  }

  private static Way script(String scheme, String host) {
    return new Way.Script(scheme, host);
  }

  @Test
  void no_proxy_passes() {
    assertEquals(Outcome.PASS, judge(List.of(), List.of()).outcome());
  }

  @Test
  void a_proxy_passes_when_the_policy_names_it() {
    assertEquals(Outcome.FAIL, judge(OURS).outcome());
    assertEquals(Outcome.PASS, judge(OURS, "proxy.example.com").outcome());
    assertEquals(Outcome.PASS, judge(OURS, "example.com").outcome());
    assertEquals(Outcome.FAIL, judge(OURS, "ample.com").outcome());
    assertEquals(Outcome.FAIL, judge(OTHER, "example.com").outcome());
    assertEquals(Outcome.PASS, judge(OTHER, "192.0.2.7").outcome());
  }

  @Test
  void a_proxy_on_this_laptop_is_one_too() {
    assertEquals(
        "programs go through a proxy on this laptop that the policy does not allow",
        judge(HERE).because());
    assertEquals(Outcome.PASS, judge(HERE, "localhost").outcome());
    assertEquals(Outcome.PASS, judge(new Way.Fixed("::1", 1), "localhost").outcome());
  }

  @Test
  void what_the_network_says_fails_whatever_the_policy_names() {
    assertEquals(Outcome.FAIL, judge(WPAD, "wpad", "localhost").outcome());
  }

  @Test
  void a_script_must_be_encrypted_and_from_a_host_of_the_policy() {
    assertEquals(Outcome.FAIL, judge(script("http", "pac.example.com"), "example.com").outcome());
    assertEquals(Outcome.PASS, judge(script("https", "pac.example.com"), "example.com").outcome());
    assertEquals(Outcome.FAIL, judge(script("https", "pac.example.com")).outcome());
    assertEquals(Outcome.FAIL, judge(script("file", "")).outcome());
    assertEquals(Outcome.PASS, judge(script("file", ""), "localhost").outcome());
    assertEquals(Outcome.PASS, judge(script("http", "127.0.0.1"), "localhost").outcome());
  }

  @Test
  void what_was_not_looked_into_is_no_pass_and_hides_no_failure() {
    var unseen = new Unseen(Reason.NEEDS_PRIVILEGE, "permission denied");
    Verdict verdict = judge(List.of(), List.of(), unseen);
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
    assertEquals(Optional.of(Reason.NEEDS_PRIVILEGE), verdict.reason());
    var wrong = List.of(new Setting("/etc/environment", "", OTHER));
    assertEquals(Outcome.FAIL, judge(List.of(), wrong, unseen).outcome());
  }

  @Test
  void people_are_named_in_personal_evidence_only() {
    Verdict verdict = judge(OTHER);
    assertFalse(verdict.because().contains("ann"));
    assertTrue(
        verdict.evidence().stream().allMatch(one -> one.personal() == one.value().contains("ann")));
    assertEquals(2, verdict.evidence().size());
  }

  @Test
  void what_could_not_be_read_is_neither_good_nor_bad() {
    Verdict verdict = new Proxy(List.of()).judge(SampleFacts.blind(Reason.TIMED_OUT, "late"));
    assertEquals(Outcome.UNKNOWN, verdict.outcome());
  }
}
