package porchlight.daemon.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.facts.Facts;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.Remembered;
import porchlight.facts.SampleFacts;
import porchlight.facts.SampleLan;
import porchlight.uplink.StateFolder;

class GatewayMemoryTest {
  private final Facts facts = new SampleFacts().build();
  @TempDir Path folder;

  private StateFolder state() {
    return new StateFolder(folder);
  }

  private Reading<Remembered> recall() {
    return GatewayMemory.in(folder).of(facts.lan(), facts.wifi());
  }

  private void learn(Facts some) throws IOException {
    GatewayMemory.learn(state(), some, new Random(1));
  }

  @Test
  void what_a_cycle_saw_is_recalled_and_lies_there_for_its_owner_only() throws IOException {
    assertEquals(Reading.known(Remembered.NOTHING), recall());
    learn(facts);
    assertEquals(3, ((Known<Remembered>) recall()).value().networks().size());
    for (Path file : java.util.List.of(state().gateways(), state().gatewaysKey())) {
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
    assertFalse(Files.readString(state().gateways()).contains("Attic"));
  }

  @Test
  void a_second_look_on_the_same_day_writes_nothing() throws IOException {
    learn(facts);
    var before = Files.getLastModifiedTime(state().gateways()).toInstant();
    Files.setLastModifiedTime(
        state().gateways(), java.nio.file.attribute.FileTime.from(before.minusSeconds(60)));
    learn(facts);
    assertEquals(
        before.minusSeconds(60), Files.getLastModifiedTime(state().gateways()).toInstant());
  }

  @Test
  void nothing_is_written_where_there_is_nothing_to_remember() throws IOException {
    learn(SampleFacts.blind(Reason.TOOL_MISSING, "no ip"));
    learn(new SampleFacts().lan(Reading.known(new Lan(java.util.List.of()))).build());
    try (var files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void what_is_damaged_is_unknown_once_and_begins_anew() throws IOException {
    learn(facts);
    for (Path file : java.util.List.of(state().gateways(), state().gatewaysKey())) {
      Files.writeString(file, "half a li");
      assertTrue(
          recall() instanceof Unknown<Remembered>(var reason, var detail)
              && reason == Reason.NOT_UNDERSTOOD,
          file.toString());
      learn(facts);
      assertEquals(3, ((Known<Remembered>) recall()).value().networks().size(), file.toString());
    }
    Files.delete(state().gatewaysKey());
    assertEquals(Reading.known(Remembered.NOTHING), recall(), "without its key it says nothing");
    learn(facts);
    assertEquals(3, ((Known<Remembered>) recall()).value().networks().size());
  }

  @Test
  void a_folder_in_the_way_is_unknown() throws IOException {
    Files.createDirectory(state().gateways());
    assertTrue(recall() instanceof Unknown<Remembered>);
    assertEquals(
        Reading.known(Remembered.NOTHING),
        GatewayMemory.in(folder).of(Reading.unknown(Reason.TOOL_MISSING, "no ip"), facts.wifi()));
  }

  @Test
  void another_gateway_is_seen_as_another() throws IOException {
    learn(facts);
    var swapped = new SampleLan().connection(9).router("192.168.1.1", "00:00:5e:00:53:66").build();
    var known =
        ((Known<Remembered>) GatewayMemory.in(folder).of(Reading.known(swapped), facts.wifi()))
            .value();
    assertEquals(2, known.networks().size());
    known.networks().forEach(one -> assertEquals(java.util.List.of(), one.boxes()));
  }
}
