package porchlight.gather.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Lan;
import porchlight.facts.Probes;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure;
import porchlight.facts.RouterExposure.Seen;
import porchlight.facts.RouterExposure.Service;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;

class RouterAskingTest {
  private static final Seen OPEN = new Seen.Open();
  private static final Seen CLOSED = new Seen.Closed();

  private static Seen said(Service service, String text) {
    return RouterAsking.seen(service, new Answer.Said(0, text + "\n"));
  }

  private static Seen search(String... lines) {
    byte[] bytes = String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1);
    return said(Service.UPNP, HexFormat.of().formatHex(bytes));
  }

  private static Reading<RouterExposure> read(Machine machine, Reading<Lan> lan) {
    var sample = new SampleFacts().build();
    return RouterAsking.read(
        machine,
        new First(SampleFacts.AT, Probes.USUAL, sample.dns(), sample.gateway(), sample.vpn(), lan));
  }

  @Test
  void connections_and_pages_are_understood() {
    assertEquals(OPEN, said(Service.TELNET, "open"));
    assertEquals(OPEN, said(Service.HTTP, "to 192.168.1.1\nstatus 200"));
    assertEquals(OPEN, said(Service.HTTP, "status 401"));
    assertEquals(OPEN, said(Service.HTTP, "status 302\nlocation /"));
    assertEquals(OPEN, said(Service.HTTP, "status 302\nlocation http://192.168.1.1"));
    assertEquals(OPEN, said(Service.HTTP, "status 200\nlocation https://192.168.1.1"));
    assertEquals(CLOSED, said(Service.HTTP, "status 301\nlocation https://192.168.1.1"));
  }

  @Test
  void a_gateway_device_and_nothing_else_opens_ports_by_upnp() {
    String gateway = "st: urn:schemas-upnp-org:device:InternetGatewayDevice:";
    assertEquals(OPEN, search("HTTP/1.1 200 OK", gateway + "1", "", ""));
    assertEquals(OPEN, search("HTTP/1.1 200 OK", gateway + "2"));
    for (String[] other :
        List.of(
            new String[] {"HTTP/1.1 200 OK", "ST: upnp:rootdevice"},
            new String[] {"HTTP/1.1 200 OK", "SERVER: InternetGatewayDevice"},
            new String[] {"HTTP/1.1 404 Not Found", gateway + "1"},
            new String[] {"NOTIFY * HTTP/1.1", gateway + "1"})) {
      assertInstanceOf(Seen.Silent.class, search(other));
    }
  }

  @Test
  void nat_pmp_and_pcp_are_told_apart() {
    String address = "00000e10cb007105";
    assertEquals(OPEN, said(Service.NAT_PMP, "00800000" + address));
    assertEquals(OPEN, said(Service.NAT_PMP, "00800003" + address), "no address outside yet");
    assertEquals(CLOSED, said(Service.NAT_PMP, "00800002" + address), "switched off");
    assertEquals(CLOSED, said(Service.NAT_PMP, "02800001" + "00".repeat(20)), "PCP only");
    assertEquals(CLOSED, said(Service.PCP, "00800001" + address), "NAT-PMP only");
    assertEquals(OPEN, said(Service.PCP, "02800000" + "00".repeat(20)));
    assertEquals(OPEN, said(Service.PCP, "0280000c" + "00".repeat(20)), "not our address");
    assertEquals(CLOSED, said(Service.PCP, "02800002" + "00".repeat(20)), "not authorized");
  }

  @Test
  void what_is_not_understood_is_neither_open_nor_closed() {
    var noise =
        new ArrayList<>(
            List.of(
                "",
                "0",
                "zz",
                "00",
                "008000",
                "00000000",
                "00800000",
                "0280000c",
                "02800000ff",
                "008000ff" + "00".repeat(8),
                "02000000" + "00".repeat(20),
                "opened",
                "open open",
                "status",
                "status 999",
                "status 20",
                "location https://x",
                "\u0000",
                "Ω"));
    noise.add("02800063" + "00".repeat(20));
    noise.add("0180000c" + "00".repeat(20));
    noise.add("ff".repeat(2048));
    noise.add("0".repeat(1_000_001));
    for (Service service : Service.values()) {
      for (String text : noise) {
        Seen seen = said(service, text);
        assertInstanceOf(Seen.Silent.class, seen, service + " " + text);
      }
    }
  }

  @Test
  void only_a_refusal_is_a_no() {
    for (Service service : Service.values()) {
      assertEquals(CLOSED, RouterAsking.seen(service, new Answer.Failed(Probe.REFUSED)));
      assertEquals(CLOSED, RouterAsking.seen(service, new Answer.Failed(Probe.NOBODY)));
      assertEquals(
          new Seen.Silent(Reason.TIMED_OUT, "did not answer"),
          RouterAsking.seen(service, new Answer.TimedOut()));
      for (Answer other :
          List.of(
              new Answer.Denied(),
              new Answer.Missing(),
              new Answer.TooLong(4096),
              new Answer.Failed("no route to it"),
              new Answer.Failed("no connection in time"))) {
        assertInstanceOf(Seen.Silent.class, RouterAsking.seen(service, other));
      }
    }
  }

  @Test
  void only_the_router_is_asked_and_each_thing_once() {
    var asked = Collections.synchronizedList(new ArrayList<String>());
    Machine machine =
        question -> {
          asked.add(question.text());
          return new Answer.Failed(Probe.REFUSED);
        };
    var lan = new SampleLan().router("fe80::1", SampleLan.ROUTER).router("192.168.1.1", "").build();
    var known = assertInstanceOf(Reading.Known.class, read(machine, Reading.known(lan))).value();
    assertEquals(Optional.of(SampleFacts.AT), ((RouterExposure) known).asOf());
    assertEquals(6, asked.size(), asked.toString());
    assertTrue(asked.stream().allMatch(text -> text.contains(" 192.168.1.1 ")), asked.toString());
  }

  @Test
  void without_a_router_to_ask_nothing_is_asked() {
    Machine nobody =
        question -> {
          throw new AssertionError("asked " + question.text());
        };
    assertEquals(
        Reading.known(new RouterExposure(Optional.of(SampleFacts.AT), List.of())),
        read(nobody, Reading.known(new Lan(List.of()))));
    assertEquals(
        Reading.unknown(Reason.NOT_SUPPORTED, "the router has no IPv4 address"),
        read(nobody, Reading.known(new SampleLan().router("fe80::1", "").build())));
    assertEquals(
        Reading.unknown(Reason.TOOL_MISSING, "ip: not there"),
        read(nobody, Reading.unknown(Reason.TOOL_MISSING, "ip: not there")));
    for (String odd : List.of("127.0.0.1", "0.0.0.0", "999.1.1.1", "router.example.com")) {
      assertInstanceOf(
          Reading.Unknown.class,
          read(nobody, Reading.known(new SampleLan().router(odd, "").build())));
    }
  }
}
