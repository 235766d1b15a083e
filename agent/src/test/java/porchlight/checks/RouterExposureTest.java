package porchlight.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure.Asked;
import porchlight.facts.RouterExposure.Router;
import porchlight.facts.RouterExposure.Seen;
import porchlight.facts.RouterExposure.Service;
import porchlight.facts.SampleFacts;

class RouterExposureTest {
  private static final Seen SILENT = new Seen.Silent(Reason.TIMED_OUT, "did not answer");

  /** A router that refuses all but one thing. */
  private static Router router(Service service, Seen seen) {
    var asked = new ArrayList<Asked>();
    for (Service one : Service.values()) {
      asked.add(new Asked(one, one == service ? seen : new Seen.Closed()));
    }
    return new Router("192.168.1.1", asked);
  }

  private static Verdict judge(Router... routers) {
    return new RouterExposure()
        .judge(
            new SampleFacts()
                .routerExposure(
                    Reading.known(
                        new porchlight.facts.RouterExposure(
                            Optional.of(SampleFacts.AT), List.of(routers))))
                .build());
  }

  @Test
  void a_router_that_refuses_all_passes() {
    assertEquals(Outcome.PASS, judge(router(Service.SSH, new Seen.Closed())).outcome());
  }

  @Test
  void ssh_and_pages_are_told_and_not_judged() {
    for (Service told : List.of(Service.SSH, Service.HTTP)) {
      Verdict verdict = judge(router(told, new Seen.Open()));
      assertEquals(Outcome.PASS, verdict.outcome());
      assertEquals(
          List.of("192.168.1.1, offered"),
          verdict.evidence().stream()
              .filter(one -> one.name().equals(told.word()))
              .map(Evidence::value)
              .toList());
      assertEquals(Outcome.PASS, judge(router(told, SILENT)).outcome());
    }
  }

  @Test
  void telnet_and_each_way_to_open_ports_fail_even_beside_silence() {
    var bad = List.of(Service.TELNET, Service.UPNP, Service.NAT_PMP, Service.PCP);
    for (Service one : bad) {
      assertEquals(Outcome.FAIL, judge(router(one, new Seen.Open())).outcome());
      for (Service other : bad) {
        assertEquals(
            Outcome.FAIL, judge(router(other, SILENT), router(one, new Seen.Open())).outcome());
        assertEquals(Outcome.UNKNOWN, judge(router(other, SILENT)).outcome());
      }
    }
  }

  @Test
  void silence_is_unknown() {
    Verdict verdict = judge(router(Service.UPNP, SILENT));
    assertEquals(Optional.of(Reason.TIMED_OUT), verdict.reason());
    assertEquals("upnp: did not answer", verdict.because());
  }

  @Test
  void it_does_not_apply_where_nobody_wants_it_or_there_is_no_network() {
    assertEquals(
        Outcome.NOT_APPLICABLE, new RouterExposure().judge(new SampleFacts().build()).outcome());
    assertEquals(Outcome.NOT_APPLICABLE, judge().outcome());
  }

  @Test
  void not_asked_is_unknown() {
    assertEquals(
        Optional.of(Reason.TURNED_OFF),
        new RouterExposure().judge(SampleFacts.blind(Reason.TURNED_OFF, "--offline")).reason());
  }
}
