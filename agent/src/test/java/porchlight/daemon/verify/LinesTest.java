package porchlight.daemon.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.json.Said;
import porchlight.json.Scene;

/** A person and the agent over a real socket. */
class LinesTest {
  private SocketChannel person;
  private SocketChannel agent;

  @BeforeEach
  void connect(@TempDir Path folder) throws IOException {
    var address = UnixDomainSocketAddress.of(folder.resolve("s"));
    try (var server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      person = SocketChannel.open(address);
      agent = server.accept();
    }
  }

  @AfterEach
  void hangUp() throws IOException {
    person.close();
    agent.close();
  }

  private Thread serve(Scene answer) {
    return Thread.ofVirtual()
        .start(() -> {
          try (var lines = new Lines(agent)) {
            lines.serve(
                new Talk() {
                  @Override
                  public Scene say(Said said) {
                    return answer;
                  }

                  @Override
                  public void close() {}
                });
          } catch (IOException broken) {
            throw new UncheckedIOException(broken);
          }
        });
  }

  @Test
  void every_scene_arrives_as_it_left() {
    for (Scene scene :
        List.of(
            new Scene.Waiting("s", "theo", "other", "4\"7\n1", "amber falcon", 7),
            new Scene.Nobody("s"),
            new Scene.Code("000042", 9),
            new Scene.Stands("verified", Optional.of("päss \"word\"")),
            new Scene.Stands("signed", Optional.empty()),
            new Scene.Question("00000042"),
            new Scene.Answer("12345678"),
            new Scene.Misread(2),
            new Scene.Trouble("why"))) {
      assertEquals(scene, Scene.of(scene.line()));
    }
  }

  @Test
  void every_word_arrives_as_it_left_and_no_other_does() {
    for (Said said :
        List.of(
            new Said.Look(),
            new Said.Yes("user"),
            new Said.Yes("tech"),
            new Said.No("words"),
            new Said.No("unknown"),
            new Said.Stand(),
            new Said.Offline("other"),
            new Said.Numbers("00000042", "12345678"))) {
      assertEquals(Optional.of(said), Said.of(said.line()));
    }
    for (String line :
        List.of(
            "",
            "{}",
            "[1]",
            "{\"say\":\"yes\",\"called\":\"root\"}",
            "{\"say\":\"numbers\"}",
            "{\"say")) {
      assertEquals(Optional.empty(), Said.of(line), line);
    }
    assertInstanceOf(Scene.Trouble.class, Scene.of("not json"));
    assertInstanceOf(Scene.Trouble.class, Scene.of("{\"scene\":\"of tomorrow\"}"));
  }

  @Test
  void a_talk_goes_to_and_fro() throws Exception {
    var served = serve(new Scene.Nobody("here"));
    try (var talk = new Lines(person)) {
      assertEquals(new Scene.Nobody("here"), talk.say(new Said.Look()));
      assertEquals(new Scene.Nobody("here"), talk.say(new Said.Stand()));
    }
    served.join();
    assertEquals(false, served.isAlive());
  }

  @Test
  void what_is_not_understood_is_trouble_and_what_is_endless_ends_the_talk() throws Exception {
    var served = serve(new Scene.Nobody("here"));
    person.write(ByteBuffer.wrap("nonsense\n".getBytes(StandardCharsets.UTF_8)));
    var answer = ByteBuffer.allocate(200);
    person.read(answer);
    assertInstanceOf(
        Scene.Trouble.class,
        Scene.of(new String(answer.array(), 0, answer.position(), StandardCharsets.UTF_8).strip()));
    person.write(ByteBuffer.wrap("x".repeat(10_000).getBytes(StandardCharsets.UTF_8)));
    served.join(5000);
    assertEquals(false, served.isAlive());
  }

  @Test
  void an_agent_that_has_hung_up_is_trouble() throws IOException {
    agent.close();
    assertInstanceOf(Scene.Trouble.class, new Lines(person).say(new Said.Look()));
  }
}
