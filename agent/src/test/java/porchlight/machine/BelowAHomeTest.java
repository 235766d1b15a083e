package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import porchlight.gather.OnDisk;
import porchlight.machine.Question.Among;
import porchlight.machine.Question.ListInside;
import porchlight.machine.Question.ReadFile;
import porchlight.machine.Question.ReadJson;
import porchlight.machine.Question.ReadPrefs;
import porchlight.machine.Question.ReadSettings;

/** What is told of files in a home, and what is not. */
class BelowAHomeTest {
  private static final List<String> NAMES = List.of("a.b", "c");

  @TempDir Path home = Path.of("");

  private static Answer ask(Question question) {
    return new LocalMachine().ask(question);
  }

  private void write(String path, String text) {
    OnDisk.write(home.resolve(path), text);
  }

  private String json(String text, String... members) throws IOException {
    write("f", text);
    return said(ask(new ReadJson(home.toString(), "f", List.of(members), false)));
  }

  private Answer prefs(String text) throws IOException {
    write("f", text);
    return ask(new ReadPrefs(home.toString(), "f", NAMES));
  }

  private static String said(Answer answer) {
    return assertInstanceOf(Answer.Said.class, answer).text();
  }

  @Test
  void what_is_there_is_told_by_its_kind_and_what_is_not_is_left_out() throws IOException {
    write("a/b", "");
    Files.createSymbolicLink(home.resolve("l"), home.resolve("a"));
    assertEquals(
        "folder a\nfile a/b\nlink l\nlink l/b\n",
        said(
            ask(
                new Among(
                    home.toString(), List.of("a", "a/b", "a/c", "a/b/c", "l", "l/b", "none/x")))));
    assertEquals(new Answer.Missing(), ask(new Among(home + "/none", List.of("a"))));
  }

  @Test
  void a_pipe_on_the_way_holds_nobody_up() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeTrue(SystemFolders.find("mkfifo").isPresent());
    ask(Run.of("mkfifo", home + "/pipe"));
    assertEquals("other pipe\n", said(ask(new Among(home.toString(), List.of("pipe", "pipe/x")))));
    assertEquals(new Answer.Missing(), ask(new ListInside(home.toString(), "pipe")));
    assertInstanceOf(Answer.Failed.class, ask(new ReadJson(home.toString(), "pipe", NAMES, false)));
  }

  @Test
  void names_are_listed_but_not_through_a_link() throws IOException {
    write("a/z", "");
    write("a/b", "");
    Files.createSymbolicLink(home.resolve("l"), home.resolve("a"));
    assertEquals("b\nz", said(ask(new ListInside(home.toString(), "a"))));
    assertInstanceOf(Answer.Failed.class, ask(new ListInside(home.toString(), "l")));
  }

  @Test
  void only_named_members_are_told() throws IOException {
    String text =
        """
        {"mail": "ann@example.com", "a": {"b": false, "secret": 1, "list": [1, {"c": 2, "d": 3}]},
         "ids": {"x": {"on": true, "key": "secret"}, "y": {"on": [7]}}, "n": null}\
        """;
    assertEquals("{\"a\":{\"b\":false}}\n", json(text, "a/b"));
    assertEquals("{\"ids\":{\"x\":{\"on\":true},\"y\":{\"on\":[]}}}\n", json(text, "ids/*/on"));
    assertEquals("{\"ids\":{\"x\":{},\"y\":{}},\"n\":null}\n", json(text, "ids/*", "n"));
    assertEquals("{\"a\":{\"list\":[1,{\"c\":2}]}}\n", json(text, "a/list/*/c"));
    assertEquals("{}\n", json(text, "none"));
  }

  @Test
  void what_is_not_json_is_a_failure_that_quotes_nothing() throws IOException {
    for (String text :
        List.of(
            "",
            "{",
            "{\"secret\" 1}",
            "{} x",
            "{\"a\":1,\"a\":2}",
            "[".repeat(99),
            "{\"a\":1,}",
            "// c\n{}")) {
      write("f", text);
      assertEquals(
          new Answer.Failed("not JSON"), ask(new ReadJson(home.toString(), "f", NAMES, false)));
    }
    write("f", "// c\n{\"c\":1,}");
    assertEquals("{\"c\":1}\n", said(ask(new ReadJson(home.toString(), "f", NAMES, true))));
  }

  @Test
  void only_named_preferences_are_told_and_no_texts() throws IOException {
    assertEquals(
        "user a.b=false\nuser c=-7\ndefault a.b=\"?\"\ndefault c=\"\" locked\n",
        said(
            prefs(
                """
                // a comment
                user_pref("a.b", false); user_pref('c', -7); # another
                /* user_pref("c", 8); */ user_pref("mail", "ann; \\"x\\"");
                pref( "a.b" , "text" ) ;
                pref("c", "", sticky, locked);
                """)));
    assertEquals("", said(prefs("")));
  }

  @Test
  void what_is_not_preferences_is_a_failure() throws IOException {
    for (String text :
        List.of(
            "x",
            "user_pref(\"c\", 1)",
            "user_pref(\"c\" 1);",
            "user_pref(\"c\", x);",
            "user_pref(\"c\", \"x);",
            "/* c",
            "user_pref(\"\\x63\", 1);",
            "pref(\"c\", 1, odd);",
            "user_pref(\"c\", +true);",
            "user_pref(\"c\", -);")) {
      assertEquals(new Answer.Failed("not preferences"), prefs(text), text);
    }
  }

  @Test
  void a_recording_names_no_person_and_no_profile_that_a_person_named() {
    Machine machine =
        question ->
            switch (question) {
              case ReadFile file ->
                  new Answer.Said(0, "joanna:x:1000:1000:Joanna:/home/joanna:/bin/sh\n");
              case ListInside list ->
                  new Answer.Said(0, "abcdefgh.default-release\nijklmnop.joannas\n");
              case ReadSettings ini -> new Answer.Said(0, "[Profile0]\nPath=ijklmnop.joannas\n");
              case ReadJson json ->
                  new Answer.Said(
                      0, "{\"profile\":{\"info_cache\":{\"Default\":{},\"joannas own\":{}}}}\n");
              case Among among -> new Answer.Said(0, "file .x/ijklmnop.joannas/prefs.js\n");
              case ReadPrefs prefs -> new Answer.Said(0, "");
              case Question other -> new Answer.Missing();
            };
    var recording = new Recording(machine);
    var own = new Home("/home/joanna");
    recording.ask(new ReadFile("/etc/passwd"));
    recording.ask(own.list(".mozilla/firefox"));
    recording.ask(own.settings(".mozilla/firefox/profiles.ini", List.of("Path")));
    recording.ask(own.among(List.of(".x/ijklmnop.joannas/prefs.js")));
    recording.ask(own.prefs(".x/ijklmnop.joannas/prefs.js", NAMES));
    recording.ask(own.json(".config/chromium/Local State", NAMES));
    recording.ask(own.json(".config/chromium/joannas own/Preferences", NAMES));
    String all = recording.redacted(address -> false, true).toString();
    assertFalse(all.contains("oanna"), all);
    assertTrue(all.contains("abcdefgh.default-release") && all.contains("profile-"), all);
  }
}
