package dev.hostlab.ui;

import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.PickResult;
import javafx.scene.input.TransferMode;

/// Files dragged from another program, which a screen that is none has no way to send.
final class DroppedFiles {

    private DroppedFiles() {}

    /// Drags a file over a node and drops it there.
    static void drop(Path file, Node target) {
        var dragboard = DragboardHelper.createDragboard(clipboard(file.toFile()));
        Event.fireEvent(target, event(DragEvent.DRAG_OVER, dragboard, target));
        Event.fireEvent(target, event(DragEvent.DRAG_DROPPED, dragboard, target));
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard dragboard, Node target) {
        var pick = new PickResult(target, 1, 1);
        return new DragEvent(type, dragboard, 1, 1, 1, 1, TransferMode.COPY, null, target, pick);
    }

    private static TKClipboard clipboard(File file) {
        return (TKClipboard) Proxy.newProxyInstance(
                TKClipboard.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> List.of(file);
                    case "getTransferModes" -> Set.of(TransferMode.COPY);
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
