package porchlight.machine;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import porchlight.machine.windows.WindowsMachine;

/** The machine this program runs on. */
public final class LocalMachine implements Machine {
  /** No answer of a source that we read is longer; one that is cannot be relied on. */
  static final int LONGEST_ANSWER = 8 << 20;

  private static final int SETTINGS = 2 << 20;

  @Override
  public Answer ask(Question question) {
    try {
      if (question instanceof Run run) {
        return Runner.run(run); // nearly always: a switch over types costs the first time
      }
      return switch (question) {
        case Run run -> Runner.run(run);
        case Question.ReadFile(var path) -> read(OnWindows.path(path));
        case Question.ListFolder(var path) -> list(OnWindows.path(path));
        case Question.ReadLink(var path) ->
            new Answer.Said(0, Files.readSymbolicLink(Path.of(path)).toString());
        case Question.ReadStanzas stanzas -> Stanzas.read(stanzas);
        case Question.Native(var subject) ->
            switch (subject) {
              case DEVICE -> OshiDevice.ask();
              case WIFI -> CoreWlan.ask();
            };
        case Question.Modified(var path) ->
            new Answer.Said(
                0, Files.getLastModifiedTime(OnWindows.path(path)).toInstant().toString());
        case Question.ReadSettings(var folder, var path, var keys) ->
            Inside.read(folder, path, SETTINGS, bytes -> SettingsLines.pick(bytes, keys));
        case Question.ReadDconf(var folder, var path, var keys) ->
            Inside.read(folder, path, SETTINGS, bytes -> Dconf.pick(bytes, keys));
        case Question.Among(var folder, var paths) -> Inside.among(folder, paths);
        case Question.ListInside(var folder, var path) -> Inside.list(folder, path);
        case Question.ReadJson json -> JsonMembers.read(json);
        case Question.ReadPrefs(var folder, var path, var names) ->
            Inside.read(folder, path, LONGEST_ANSWER, bytes -> MozillaPrefs.pick(bytes, names));
        case Question.Processes(var names) -> ProcessNames.here(names);
        case Question.ReadStart(var folder, var path, int bytes) ->
            Inside.start(folder, path, bytes);
        case WindowsQuestion windows -> WindowsMachine.ask(windows);
        case Probe probe -> Network.ask(probe);
      };
    } catch (NoSuchFileException missing) {
      return new Answer.Missing();
    } catch (AccessDeniedException denied) {
      return new Answer.Denied();
    } catch (NotLinkException notALink) {
      return new Answer.Failed("not a link");
    } catch (IOException failed) {
      return failure(failed);
    } catch (java.nio.file.InvalidPathException noPath) {
      return new Answer.Missing(); // a name that this system has none of
    }
  }

  /** The kernel's own words decide, because Java has one exception for most of them. */
  static Answer failure(IOException failed) {
    String said = String.valueOf(failed.getMessage());
    if (said.contains("Permission denied") || said.contains("Operation not permitted")) {
      return new Answer.Denied();
    }
    if (said.contains("No such file")
        || said.contains("Not a directory")
        || said.contains("No such device")) {
      return new Answer.Missing();
    }
    return new Answer.Failed(said);
  }

  private static Answer read(Path path) throws IOException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      return new Answer.Failed("not a regular file"); // a pipe or device could hold us for ever
    }
    try (InputStream in = Files.newInputStream(path)) {
      return Capped.read(in, LONGEST_ANSWER);
    }
  }

  private static Answer list(Path folder) throws IOException {
    try (var names = Files.list(folder)) {
      return new Answer.Said(
          0,
          names
              .map(name -> name.getFileName().toString())
              .sorted()
              .collect(Collectors.joining("\n")));
    } catch (java.io.UncheckedIOException failed) {
      throw failed.getCause();
    }
  }
}
