// Mouse, pen and touch, with capture, wheel and touch scrolling.
addToLibrary({
    $Pointer__deps: ['$Border', '$Canvas', '$Keys', '$TextAgent', 'fullcourt_pointer', 'fullcourt_button', 'fullcourt_pointer_left',
                     'fullcourt_wheel', 'fullcourt_grip', 'fullcourt_hold'],
    $Pointer: {
        pressed: 0,
        // The finger that touches first.
        touch: null,
        // Two fingers: where they are, by their id, and how far apart they came down.
        pinch: null,
        // The bits of PointerEvent.buttons as Dear ImGui counts buttons. Back and forward stay with the browser.
        buttons: [[1, 0], [2, 1], [4, 2]],
        // What dragging does with what is under a finger, and what a finger does with what it holds: as platform.h counts them.
        grip: { none: 0, lifted: 1, across: 2, free: 3 },
        step: { taken: 0, moved: 1, dropped: 2, cancelled: 3 },
        tapDistance: 8,
        longPress: 500,
        lift: 400,

        start: () => {
            const canvas = Canvas.element;
            canvas.addEventListener('pointermove', Pointer.moved);
            canvas.addEventListener('pointerdown', Pointer.down);
            canvas.addEventListener('pointerup', Pointer.up);
            canvas.addEventListener('pointercancel', Pointer.cancelled);
            canvas.addEventListener('pointerleave', Pointer.left);
            canvas.addEventListener('wheel', Pointer.wheel, { passive: false });
            addEventListener('blur', Pointer.callBack);
            canvas.addEventListener('contextmenu', (event) => event.preventDefault());
            // Keeps the focus in the text field, and no autoscroll and no paste by the middle button.
            canvas.addEventListener('mousedown', (event) => { if (event.button < 3) event.preventDefault(); });
        },

        inCanvas: (event) => {
            const box = Canvas.element.getBoundingClientRect();
            return { x: event.clientX - box.left, y: event.clientY - box.top };
        },
        // A pen may come down where nobody saw it come, as a finger does: the program then looks what is under it before it is pressed.
        place: (event, touch = event.pointerType === 'pen') => {
            const { x, y } = Pointer.inCanvas(event);
            Keys.modifiers(event);
            Border.call(_fullcourt_pointer, x, y, touch ? 1 : 0);
        },
        // Further buttons than the first come as moves: the difference of the bits is what happened.
        settle: (buttons) => {
            for (const [bit, button] of Pointer.buttons) {
                if ((buttons ^ Pointer.pressed) & bit) Border.call(_fullcourt_button, button, buttons & bit ? 1 : 0);
            }
            Pointer.pressed = buttons;
        },

        moved: (event) => {
            if (event.pointerType === 'touch') {
                Pointer.dragTouch(event);
                return;
            }
            Pointer.place(event);
            Pointer.settle(event.buttons);
        },
        down: (event) => {
            TextAgent.focus();
            if (event.pointerType === 'touch') {
                Pointer.startTouch(event);
                return;
            }
            Canvas.element.setPointerCapture(event.pointerId);
            Pointer.place(event);
            Pointer.settle(event.buttons);
        },
        up: (event) => {
            if (event.pointerType === 'touch') {
                Pointer.endTouch(event);
                return;
            }
            Pointer.place(event);
            Pointer.settle(event.buttons);
        },
        cancelled: (event) => {
            if (event.pointerType === 'touch') {
                Pointer.endPinch(event);
                clearTimeout(Pointer.touch?.timer);
                Pointer.callBack();
                Pointer.touch = null;
            } else {
                Pointer.settle(0);
            }
        },
        left: (event) => {
            if (event.pointerType !== 'touch' && !Pointer.pressed) Border.call(_fullcourt_pointer_left);
        },

        wheel: (event) => {
            // Ctrl and wheel, and pinching on a touchpad, are the browser's zoom.
            if (event.ctrlKey) return;
            event.preventDefault();
            const unit = event.deltaMode === 1 ? 32 : event.deltaMode === 2 ? innerHeight * 0.9 : 1;
            let across = event.deltaX * unit;
            let down = event.deltaY * unit;
            // Dear ImGui itself turns Shift and wheel into scrolling across, from the value for down.
            if (event.shiftKey && !Keys.apple && down === 0) [across, down] = [0, across];
            Pointer.place(event);
            Border.call(_fullcourt_wheel, across, down);
        },

        // Touch: a tap clicks, a drag scrolls and rolls on, a long press is the right button, two fingers make the page larger or smaller.
        // What can be lifted comes along after a moment, and what has a handle at once.
        startTouch: (event) => {
            Canvas.element.setPointerCapture(event.pointerId);
            if (Pointer.touch) {
                if (!Pointer.callBack()) Pointer.startPinch(event);
                return;
            }
            const { x, y } = Pointer.inCanvas(event);
            const grip = Border.call(_fullcourt_grip, x, y);
            const touch = { id: event.pointerId, event, grip, x: event.clientX, y: event.clientY, at: event.timeStamp,
                            scrolling: false, holding: false, moved: false, done: false, speedX: 0, speedY: 0 };
            touch.timer = setTimeout(() => Pointer.pressLong(touch), grip ? Pointer.lift : Pointer.longPress);
            Pointer.touch = touch;
        },
        pressLong: (touch) => {
            if (touch.grip) {
                Pointer.takeHold(touch);
            } else {
                touch.done = true;
                Pointer.tap(touch.event, 1);
            }
        },
        takeHold: (touch) => {
            touch.holding = true;
            Keys.modifiers(touch.event);
            Pointer.hold(Pointer.step.taken, touch.event);
        },
        hold: (step, event) => {
            const { x, y } = Pointer.inCanvas(event);
            Border.call(_fullcourt_hold, step, x, y);
        },
        // What a finger holds goes back to where it was; whether there was anything.
        callBack: () => {
            const { touch } = Pointer;
            if (!touch?.holding) return false;
            Pointer.hold(Pointer.step.cancelled, touch.event);
            Object.assign(touch, { holding: false, done: true });
            return true;
        },
        startPinch: (event) => {
            const { touch } = Pointer;
            if (Pointer.pinch) return;
            clearTimeout(touch.timer);
            touch.done = true;
            const places = new Map([[touch.id, touch], [event.pointerId, { x: event.clientX, y: event.clientY }]]);
            Pointer.pinch = { places, apart: Math.max(1, Pointer.apart(places)), factor: 1 };
        },
        apart: (places) => {
            const [one, other] = [...places.values()];
            return Math.hypot(one.x - other.x, one.y - other.y);
        },
        spreadPinch: (event) => {
            const place = Pointer.pinch?.places.get(event.pointerId);
            if (!place) return;
            Object.assign(place, { x: event.clientX, y: event.clientY });
            Pointer.pinch.factor = Pointer.apart(Pointer.pinch.places) / Pointer.pinch.apart;
            Border.send('Pinched', Pointer.pinch.factor, false);
        },
        endPinch: (event) => {
            if (!Pointer.pinch?.places.has(event.pointerId)) return;
            Border.send('Pinched', Pointer.pinch.factor, true);
            Pointer.pinch = null;
        },
        dragTouch: (event) => {
            Pointer.spreadPinch(event);
            const touch = Pointer.touch;
            if (!touch || touch.id !== event.pointerId || touch.done) return;
            const across = event.clientX - touch.x;
            const down = event.clientY - touch.y;
            if (!touch.scrolling && !touch.moved) {
                if (Math.hypot(across, down) < Pointer.tapDistance) return;
                clearTimeout(touch.timer);
                Pointer.beginDrag(touch, Math.abs(across) > Math.abs(down));
            }
            if (touch.holding) {
                Pointer.hold(Pointer.step.moved, event);
                return;
            }
            const passed = Math.max(1, event.timeStamp - touch.at);
            Object.assign(touch, { x: event.clientX, y: event.clientY, at: event.timeStamp,
                                   speedX: across / passed, speedY: down / passed });
            Border.call(_fullcourt_wheel, -across, -down);
        },
        beginDrag: (touch, across) => {
            const atOnce = touch.grip === Pointer.grip.free || (touch.grip === Pointer.grip.across && across);
            if (atOnce && !touch.holding) Pointer.takeHold(touch);
            if (touch.holding) {
                touch.moved = true;
            } else {
                touch.scrolling = true;
                Pointer.place(touch.event, true);
            }
        },
        endTouch: (event) => {
            Pointer.endPinch(event);
            const touch = Pointer.touch;
            if (!touch || touch.id !== event.pointerId) return;
            clearTimeout(touch.timer);
            if (touch.holding && !touch.moved) {
                // Lifted and put down again: its menu.
                Pointer.callBack();
                Pointer.tap(event, 1);
            } else if (touch.holding) {
                Pointer.hold(Pointer.step.dropped, event);
            }
            Pointer.touch = null;
            if (touch.holding || touch.done) return;
            if (touch.scrolling) {
                // A finger that rested before it left does not throw, and nothing rolls on for who wants less motion.
                const still = matchMedia('(prefers-reduced-motion: reduce)').matches || event.timeStamp - touch.at >= 60;
                if (!still) Pointer.roll(touch.speedX, touch.speedY, performance.now());
            } else {
                Pointer.tap(event, 0);
            }
        },
        tap: (event, button) => {
            Pointer.place(event, true);
            Border.call(_fullcourt_button, button, 1);
            Border.call(_fullcourt_button, button, 0);
        },
        roll: (speedX, speedY, before) => {
            requestAnimationFrame((now) => {
                if (Pointer.touch || Math.hypot(speedX, speedY) < 0.02) return;
                const passed = Math.max(1, now - before);
                Border.call(_fullcourt_wheel, -speedX * passed, -speedY * passed);
                const rest = Math.exp(-passed / 325);
                Pointer.roll(speedX * rest, speedY * rest, now);
            });
        },
    },

    platform_coarse_pointer: () => (matchMedia('(pointer: coarse)').matches ? 1 : 0),
    platform_start_pointer__deps: ['$Pointer'],
    platform_start_pointer: () => Pointer.start(),
});
