package porchlight.gather.linux;

import java.nio.file.Path;
import java.util.Optional;
import porchlight.machine.Answer;
import porchlight.machine.LocalMachine;
import porchlight.machine.Machine;
import porchlight.machine.Question;

/** The files of a folder as a machine of their own: {@code /etc} is looked up in the folder. */
public record Rooted(Path root) implements Machine {
  private static final Machine LOCAL = new LocalMachine();

  @Override
  public Answer ask(Question question) {
    return switch (question) {
      case Question.ReadFile(var path) -> LOCAL.ask(new Question.ReadFile(root + path));
      case Question.ListFolder(var path) -> LOCAL.ask(new Question.ListFolder(root + path));
      case Question.ReadLink(var path) -> LOCAL.ask(new Question.ReadLink(root + path));
      case Question.ReadStanzas(var path, var fields, Optional<String> among) ->
          LOCAL.ask(
              new Question.ReadStanzas(root + path, fields, among.map(other -> root + other)));
      case Question.Modified(var path) -> LOCAL.ask(new Question.Modified(root + path));
      case Question.ReadSettings(var folder, var path, var keys) ->
          LOCAL.ask(new Question.ReadSettings(root + folder, path, keys));
      case Question.Among(var folder, var paths) ->
          LOCAL.ask(new Question.Among(root + folder, paths));
      case Question.ListInside(var folder, var path) ->
          LOCAL.ask(new Question.ListInside(root + folder, path));
      case Question.ReadJson(var folder, var path, var members, var commented) ->
          LOCAL.ask(new Question.ReadJson(root + folder, path, members, commented));
      case Question.ReadPrefs(var folder, var path, var names) ->
          LOCAL.ask(new Question.ReadPrefs(root + folder, path, names));
      case Question.ReadStart(var folder, var path, int bytes) ->
          LOCAL.ask(new Question.ReadStart(root + folder, path, bytes));
      case Question other -> new Answer.Missing();
    };
  }
}
