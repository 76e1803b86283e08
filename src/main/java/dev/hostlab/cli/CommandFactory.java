package dev.hostlab.cli;

import picocli.CommandLine;

/// Makes the commands, each with the console it speaks on.
record CommandFactory(Console console) implements CommandLine.IFactory {

    @Override
    public <K> K create(Class<K> type) throws Exception {
        try {
            return type.getDeclaredConstructor(Console.class).newInstance(console);
        } catch (NoSuchMethodException other) {
            return CommandLine.defaultFactory().create(type);
        }
    }
}
