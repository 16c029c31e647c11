/** The line to the server: messages in order, and a new start by itself when the line breaks. */
import type { ToPage, ToServer } from '../server/protocol';

const LONGEST_WAIT_MS = 5000;

export interface ConnectionEvents {
  message(message: ToPage): void;
  /** The line broke; it is being tried again. */
  lost(): void;
}

export class Connection {
  private socket: WebSocket | null = null;
  private waitMs = 250;

  constructor(
    private readonly user: string | null,
    private readonly events: ConnectionEvents,
  ) {
    this.connect();
  }

  /** Sends, unless the line is broken: then the server sends everything anew, and what was in hand is gone. */
  send(message: ToServer): boolean {
    if (this.socket?.readyState !== WebSocket.OPEN) return false;
    this.socket.send(JSON.stringify(message));
    return true;
  }

  private connect(): void {
    const query = this.user ? `?user=${encodeURIComponent(this.user)}` : '';
    const socket = new WebSocket(`ws://${location.host}/ws${query}`);
    this.socket = socket;
    socket.onopen = () => {
      this.waitMs = 250;
    };
    socket.onmessage = (event) => this.events.message(JSON.parse(String(event.data)) as ToPage);
    socket.onclose = () => {
      this.events.lost();
      setTimeout(() => this.connect(), this.waitMs);
      this.waitMs = Math.min(LONGEST_WAIT_MS, this.waitMs * 2);
    };
  }
}
