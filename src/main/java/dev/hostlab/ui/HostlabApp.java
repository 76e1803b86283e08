package dev.hostlab.ui;

import dev.hostlab.files.Home;
import dev.hostlab.ui.common.DialogFilePicker;
import dev.hostlab.ui.common.Look;
import dev.hostlab.ui.common.RecentFiles;
import dev.hostlab.ui.common.Threads;
import dev.hostlab.ui.prices.PriceLists;
import java.time.Clock;
import javafx.application.Application;
import javafx.stage.Stage;

/// The window. Made by JavaFX; see [Window#open].
public final class HostlabApp extends Application {

    private static final double WIDTH = 1_440;
    private static final double HEIGHT = 900;
    private static final double LEAST_WIDTH = 1_000;
    private static final double LEAST_HEIGHT = 640;

    @Override
    public void start(Stage stage) {
        var look = new Look();
        look.followSystem();
        var services = new Shell.Services(
                Threads.ofWindow(),
                RecentFiles.ofUser(),
                new DialogFilePicker(stage),
                look,
                Clock.systemUTC(),
                PriceLists.ofAws());
        var shell = new Shell(services, new Shell.Folders(Home.snapshots(), Home.samples()));
        stage.setScene(shell.scene(WIDTH, HEIGHT));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.titleProperty()
                .bind(shell.model()
                        .opened()
                        .nameProperty()
                        .map(name -> name.isEmpty() ? "Hostlab" : name + " – Hostlab"));
        stage.show();
        shell.rehearse();
    }
}
